package org.dramatis.checkpoint.architecture;

import java.util.OptionalDouble;

/** YaRN (Peng et al. 2023): fast pairs keep their frequency, slow ones are divided by the factor, a ramp lies between. */
final class YarnFrequencies {
    private final RotarySettings settings;
    private final double factor;

    private YarnFrequencies(RotarySettings settings) {
        this.settings = settings;
        this.factor = settings.factorOrStretch();
    }

    static Rotary of(RotarySettings settings) {
        return new YarnFrequencies(settings).rotary();
    }

    private Rotary rotary() {
        double first = boundary("beta_fast", 32);
        double last = boundary("beta_slow", 1);
        if (!settings.said().has("truncate") || settings.said().flag("truncate")) {
            first = Math.floor(first);
            last = Math.ceil(last);
        }
        double from = Math.max(first, 0);
        double to = Math.min(last, settings.dimensions() - 1);
        double length = from == to ? 0.001 : to - from; // a step instead of a ramp
        return Frequencies.rotary(
                settings,
                pair -> {
                    double slow = Math.clamp((pair - from) / length, 0, 1);
                    return settings.plain(pair) * (slow / factor + (1 - slow));
                },
                amplitude());
    }

    /** The pair, as a real number, that turns so often within the trained length: d ln(L / (2 pi r)) / (2 ln theta). */
    private double boundary(String field, double usual) {
        double said = settings.said().optionalNumber(field, 0, 1e6).orElse(usual);
        double rotations = said == 0 ? usual : said;
        return settings.dimensions()
                * Math.log(settings.trained() / (rotations * 2 * Math.PI))
                / (2 * Math.log(settings.theta()));
    }

    private double amplitude() {
        Fields said = settings.said();
        OptionalDouble given = said.optionalNumber("attention_factor", 0, 1e3);
        if (given.isPresent()) {
            return given.getAsDouble();
        }
        double over = said.optionalNumber("mscale", 0, 1e3).orElse(0);
        double under = said.optionalNumber("mscale_all_dim", 0, 1e3).orElse(0);
        return over != 0 && under != 0 ? growth(over) / growth(under) : growth(1);
    }

    private double growth(double scale) {
        return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
    }
}
