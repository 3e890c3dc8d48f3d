package org.dramatis.checkpoint.architecture;

import java.util.List;
import java.util.OptionalDouble;

/**
 * LongRoPE (Ding et al. 2024): a divisor of its own for every frequency. It has a second list of them for texts longer than
 * the trained length, which would turn all earlier positions anew; texts are kept within that length.
 */
final class LongFrequencies {
    static final String NAME = "longrope";
    private static final String DIVISORS = "short_factor";

    private LongFrequencies() {}

    static Rotary of(RotarySettings settings) {
        String allowed = "a list of " + settings.pairs() + " numbers";
        List<Double> divisors = settings.said()
                .numbers(DIVISORS, 1e-6, 1e6)
                .orElseThrow(() -> settings.said().missing(DIVISORS, allowed));
        if (divisors.size() != settings.pairs()) {
            throw settings.said().wrong(DIVISORS, allowed);
        }
        return Frequencies.rotary(settings, pair -> settings.plain(pair) / divisors.get(pair), amplitude(settings));
    }

    /** sqrt(1 + ln s / ln L) for a stretch s of the length L. */
    private static double amplitude(RotarySettings settings) {
        OptionalDouble given = settings.said().optionalNumber("attention_factor", 0, 1e3);
        double factor = settings.factorOrStretch();
        if (given.isPresent() || factor <= 1) {
            return given.orElse(1);
        }
        if (settings.trained() < 2) {
            throw settings.said().problem("longrope needs original_max_position_embeddings of 2 or more");
        }
        return Math.sqrt(1 + Math.log(factor) / Math.log(settings.trained()));
    }
}
