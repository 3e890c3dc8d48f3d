package org.dramatis.checkpoint.architecture;

/**
 * What a configuration says about rotary positions. Until version 4 of transformers that is {@code rope_theta} and, for
 * other than plain frequencies, {@code rope_scaling}; since version 5 {@code rope_parameters} holds both.
 *
 * @param said what the configuration says about the scaling
 * @param type of the scaling
 * @param theta base of the frequencies
 * @param dimensions of a head that are meant to turn; an odd number turns one more
 * @param positions of the network
 * @param trained how many positions it was trained with before it was stretched
 */
record RotarySettings(Fields said, String type, double theta, int dimensions, int positions, int trained) {
    private static final double LEAST_BASE = 2;
    private static final double GREATEST_BASE = 1e15;
    private static final String PART = "partial_rotary_factor";
    private static final String TRAINED = "original_max_position_embeddings";

    /** Under which names of its own a family gives the base, and the part of each head that turns. */
    record Names(String theta, String part) {
        static final Names USUAL = new Names("rope_theta", PART);
    }

    RotarySettings {
        if (said.has("mrope_section")) {
            throw said.wrong("mrope_section", "nothing (positions in pictures are not supported)");
        }
    }

    /** Where all layers turn alike. */
    static RotarySettings of(Fields config, Sizes sizes, Names names) {
        Fields said = scaling(config, config.objectOrNothing("rope_parameters"));
        for (LayerType type : LayerType.values()) {
            if (said.has(type.word())) {
                throw said.wrong(type.word(), "nothing (the layers of this family turn alike)");
            }
        }
        return of(config, sizes, names, said);
    }

    /** Where {@code said} holds for the layers in question. */
    static RotarySettings of(Fields config, Sizes sizes, Names names, Fields said) {
        int positions = sizes.context();
        double part = said.optionalNumber(PART, 0, 1)
                .orElseGet(() -> config.optionalNumber(names.part(), 0, 1).orElse(1));
        return new RotarySettings(
                said,
                said.optionalText("rope_type")
                        .or(() -> said.optionalText("type"))
                        .orElse("default"),
                said.optionalNumber("rope_theta", LEAST_BASE, GREATEST_BASE)
                        .orElseGet(() -> config.number(names.theta(), LEAST_BASE, GREATEST_BASE)),
                turning(config, sizes.headWidth(), part),
                positions,
                config.optionalWhole(TRAINED, 1, Sizes.LONGEST)
                        .orElseGet(() ->
                                said.optionalWhole(TRAINED, 1, Sizes.LONGEST).orElse(positions)));
    }

    /** The object of version 4 where it says anything, or the one of version 5. */
    static Fields scaling(Fields config, Fields parameters) {
        return config.object("rope_scaling")
                .filter(fields -> !fields.values().isEmpty())
                .orElse(parameters);
    }

    private static int turning(Fields config, int headWidth, double part) {
        int dimensions = (int) (headWidth * part);
        if (dimensions == 0 || dimensions + dimensions % 2 > headWidth) {
            throw config.problem("of a head with " + headWidth + " entries " + dimensions
                    + " are to turn with the position, where an even number from 2 to " + headWidth + " must");
        }
        return dimensions;
    }

    /** How many positions these frequencies serve: dynamic scaling and LongRoPE have others for longer texts. */
    int context() {
        return type.equals(LongFrequencies.NAME) ? Math.min(positions, trained) : positions;
    }

    double factor() {
        return said.number("factor", 1, 1e6);
    }

    /** Between how many positions there are and how many there were, where the configuration does not say. */
    double factorOrStretch() {
        return said.optionalNumber("factor", 1, 1e6).orElse((double) positions / trained);
    }

    /** The frequencies before any scaling: theta^(-2i/d). */
    double plain(int pair) {
        return Math.pow(theta, -2.0 * pair / dimensions);
    }

    int pairs() {
        return (dimensions + 1) / 2;
    }
}
