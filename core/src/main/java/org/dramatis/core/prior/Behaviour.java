package org.dramatis.core.prior;

import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Term;

/** What the bare assistant was seen to do on probes, as evidence about the cast: the data of a prior. */
public sealed interface Behaviour permits ListedAnswers, SampledReplies {

    EvidenceMatrix evidence();

    /** How much each row of the evidence counts. */
    RowCounts counts();

    /** Which rows are of one probe. */
    Clusters probes();

    /** What {@link #adequacy} measures. */
    Adequacy adequacyMeaning();

    /**
     * How well the cast explains the behaviour, when the best weights reach this log-likelihood and probe i is counted
     * {@code times[i]} times; unmeasurable when there is no behaviour to explain.
     */
    Measured<Term> adequacy(double logLikelihood, double[] times);

    /** What the adequacy of a cast is measured in. */
    enum Adequacy {
        /** {@code 1 - KL(model || best mixture) / KL(model || uniform over the listed answers)}: 1 is all of it. */
        COVERAGE,
        /** Mean of {@code log p_model(y) - log p_mixture(y)} in bits per token: 0 is all of it. */
        RESIDUAL_BITS_PER_TOKEN
    }
}
