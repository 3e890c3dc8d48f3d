package org.dramatis.checkpoint.architecture;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Rotary frequencies (Su et al. 2021) and the ways to stretch them over more positions than a network was trained with. */
final class Frequencies {
    private Frequencies() {}

    static Rotary of(RotarySettings settings) {
        return switch (settings.type()) {
            // Dynamic frequencies are the plain ones within the positions of the network: beyond, a text is too long.
            case "default", "dynamic" -> rotary(settings, settings::plain, 1);
            case "linear" -> linear(settings);
            case "llama3" -> llama3(settings);
            case "yarn" -> YarnFrequencies.of(settings);
            case LongFrequencies.NAME -> LongFrequencies.of(settings);
            default ->
                throw settings.said()
                        .wrong(
                                settings.said().has("rope_type") ? "rope_type" : "type",
                                "one of default, linear, dynamic, llama3, yarn, longrope");
        };
    }

    static Rotary rotary(RotarySettings settings, IntToDoubleFunction frequency, double amplitude) {
        return new Rotary(
                IntStream.range(0, settings.pairs())
                        .mapToDouble(frequency)
                        .boxed()
                        .toList(),
                amplitude);
    }

    private static Rotary linear(RotarySettings settings) {
        double factor = settings.factor();
        return rotary(settings, pair -> settings.plain(pair) / factor, 1);
    }

    /** Waves that fit often into the trained length stay, those that hardly fit are stretched, between is between. */
    private static Rotary llama3(RotarySettings settings) {
        Fields said = settings.said();
        double factor = settings.factor();
        double low = said.number("low_freq_factor", 1e-6, 1e6);
        double high = said.number("high_freq_factor", 1e-6, 1e6);
        if (high <= low) {
            throw said.wrong("high_freq_factor", "a number above low_freq_factor (" + low + ")");
        }
        return rotary(
                settings,
                pair -> {
                    double plain = settings.plain(pair);
                    double waves = settings.trained() * plain / (2 * Math.PI);
                    double kept = Math.clamp((waves - low) / (high - low), 0, 1);
                    return (1 - kept) * plain / factor + kept * plain;
                },
                1);
    }
}
