package org.dramatis.lab.screening;

/**
 * One size of cast: what a screening costs and saves there, and what it loses.
 *
 * @param personas of the cast
 * @param survivors whose evidence is computed
 * @param vectors seconds for the vectors of the whole cast, once
 * @param gradient seconds a reply to first order, for all of the cast
 * @param screened seconds a reply exactly, for the survivors
 * @param exact seconds a reply exactly, for all of the cast
 * @param readings of replies by everybody
 * @param lost nats a reply of a data set that the best mixture of the survivors explains less than that of all
 * @param unwanted share of the unwanted in the mixture of all
 * @param unwantedScreened the same in that of the survivors
 */
record CrowdTrial(
        int personas,
        int survivors,
        double vectors,
        double gradient,
        double screened,
        double exact,
        Readings readings,
        double lost,
        double unwanted,
        double unwantedScreened) {

    /** For so many replies, exactly. */
    double exactSeconds(int replies) {
        return replies * exact;
    }

    /** For so many replies, screened, with the vectors read. */
    double screenedSeconds(int replies) {
        return vectors + replies * (gradient + screened);
    }
}
