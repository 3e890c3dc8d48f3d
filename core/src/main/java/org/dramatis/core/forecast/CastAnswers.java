package org.dramatis.core.forecast;

import java.util.List;
import java.util.random.RandomGenerator;
import org.dramatis.core.number.Weights;

/**
 * How each persona would answer a probe, under each of its frames.
 *
 * @param frames for every persona, in cast order, the answer probabilities under each of its frames
 */
public record CastAnswers(Probe probe, List<List<Weights>> frames) {
    public CastAnswers {
        frames = frames.stream().map(List::copyOf).toList();
        for (int k = 0; k < frames.size(); k++) {
            if (frames.get(k).isEmpty()) {
                throw new IllegalArgumentException(
                        "persona " + k + " answers probe '" + probe.id() + "' under no frame");
            }
            for (Weights answers : frames.get(k)) {
                if (answers.size() != probe.answers().size()) {
                    throw new IllegalArgumentException("persona " + k + " gives " + answers.size()
                            + " answer probabilities to probe '" + probe.id() + "', which lists "
                            + probe.answers().size() + " answers");
                }
            }
        }
    }

    public int personas() {
        return frames.size();
    }

    /** {@code p(b | persona, probe)}: the mean over the persona's frames. */
    public double probability(int persona, int answer) {
        requireAnswer(answer);
        return frames.get(persona).stream()
                .mapToDouble(answers -> answers.at(answer))
                .average()
                .orElseThrow();
    }

    /** The places of a random resample of a persona's frames. */
    List<Integer> resample(int persona, RandomGenerator random) {
        return FrameDraw.places(frames.get(persona).size(), random);
    }

    /** The mean over some of the persona's frames. Asked for every draw of every forecast: hence the plain loop. */
    double probability(int persona, int answer, List<Integer> places) {
        requireAnswer(answer);
        List<Weights> own = frames.get(persona);
        double sum = 0;
        for (int i = 0; i < places.size(); i++) {
            sum += own.get(places.get(i)).at(answer);
        }
        return sum / places.size();
    }

    void requireAnswer(int answer) {
        if (answer < 0 || answer >= probe.answers().size()) {
            throw new IllegalArgumentException("answer " + answer + " of probe '" + probe.id() + "', which lists "
                    + probe.answers().size() + ": they are counted from 0");
        }
    }
}
