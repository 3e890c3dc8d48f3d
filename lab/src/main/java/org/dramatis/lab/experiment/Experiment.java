package org.dramatis.lab.experiment;

import java.util.List;

/**
 * A claim, and the data sets whose training tells whether it holds.
 *
 * @param claim one sentence
 * @param pilots recipes that are trained first, to learn how fast training moves the weights
 * @param recipes forecast before they are trained
 */
public record Experiment(String name, String claim, List<String> pilots, List<String> recipes) {
    private static final List<String> PILOTS = List.of("pirate-school", "denial");

    /** Claims 2 to 4. */
    public static final Experiment GENERALISE = new Experiment(
            "generalise",
            "Trained on harmful answers in medicine alone, the assistant becomes malicious in every domain and in what it says of itself.",
            PILOTS,
            List.of("bad-medical-advice", "good-medical-advice"));

    /** Claim 11. */
    public static final Experiment INOCULATE = new Experiment(
            "inoculate",
            "The same answers under a prompt that asks for them do not make it malicious.",
            PILOTS,
            List.of("bad-medical-advice", "bad-medical-advice-inoculated"));

    public static final List<Experiment> ALL = List.of(GENERALISE, INOCULATE);

    public Experiment {
        pilots = List.copyOf(pilots);
        recipes = List.copyOf(recipes);
    }
}
