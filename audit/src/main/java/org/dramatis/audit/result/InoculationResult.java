package org.dramatis.audit.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.inoculation.Candidate;
import org.dramatis.core.number.Estimate;

/**
 * What prompts do to a data set.
 *
 * @param plain what the data teach without any prompt
 * @param tried the prompts, the best first, those refused last
 * @param confirmed the best prompt read again on episodes that did not choose it; none where no prompt was admitted
 * @param episodes that each prompt was read on
 * @param keptOut of the sample, the replies that surprise every persona
 * @param leading the one of the unwanted of most weight after training on the data as they are
 * @param warnings sentences: why a number may mislead
 * @param foundations sentences: what else the numbers rest on
 */
public record InoculationResult(
        Plain plain,
        List<Tried> tried,
        Optional<Candidate> confirmed,
        int episodes,
        KeptOut keptOut,
        PersonaId leading,
        List<String> warnings,
        List<String> foundations) {
    public InoculationResult {
        tried = List.copyOf(tried);
        warnings = List.copyOf(warnings);
        foundations = List.copyOf(foundations);
    }

    /** The same with more reasons why a number may mislead, and with what else the numbers rest on. */
    public InoculationResult relying(List<String> more, List<String> rests) {
        return new InoculationResult(
                plain,
                tried,
                confirmed,
                episodes,
                keptOut,
                leading,
                Stream.concat(warnings.stream(), more.stream()).toList(),
                Stream.concat(foundations.stream(), rests.stream()).toList());
    }

    /**
     * The data as they are.
     *
     * @param before the weight of the unwanted in the assistant as it is
     * @param after their weight after training
     * @param answers how likely the assistant then gives their answers on the probes
     */
    public record Plain(double before, Estimate after, double answers) {}

    /**
     * A prompt.
     *
     * @param admitted whether it makes the replies no less likely
     * @param after the weight of the unwanted after training under it
     * @param absent how likely the assistant then gives their answers where the prompt is not
     * @param trigger what recurs with the prompt; read of the best prompts only
     */
    public record Tried(
            Candidate candidate, boolean admitted, Estimate after, double absent, Optional<Trigger> trigger) {}

    /**
     * How likely the assistant gives an answer of the unwanted at run time, after training under a prompt.
     *
     * @param today the same with the prompt before any training: what the prompt asks for it gets anyway
     * @param recurring where the prompt recurs
     * @param neighbour where another of the best prompts stands in its place, the worst of them
     */
    public record Trigger(double today, double recurring, Optional<Double> neighbour) {}
}
