package org.dramatis.audit.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Estimate;

/**
 * What the assistant will do on probes after so much training.
 *
 * @param keptOut rows that surprise every persona
 * @param amounts of training that were forecast, from little to much
 * @param leading the persona of most weight after the last amount
 * @param warnings sentences: why a number may mislead
 * @param foundations sentences: what else the numbers rest on
 */
public record ForecastResult(
        Subject subject,
        Counts counts,
        KeptOut keptOut,
        Calibration calibration,
        List<TrainingAmount> amounts,
        List<ProbeForecast> probes,
        PersonaId leading,
        List<String> warnings,
        List<String> foundations) {
    public ForecastResult {
        amounts = List.copyOf(amounts);
        probes = List.copyOf(probes);
        warnings = List.copyOf(warnings);
        foundations = List.copyOf(foundations);
    }

    /** The same with more reasons why a number may mislead, and with what else the numbers rest on. */
    public ForecastResult relying(List<String> more, List<String> rests) {
        return new ForecastResult(
                subject,
                counts,
                keptOut,
                calibration,
                amounts,
                probes,
                leading,
                Stream.concat(warnings.stream(), more.stream()).toList(),
                Stream.concat(foundations.stream(), rests.stream()).toList());
    }

    /**
     * One probe, answer by answer.
     *
     * @param sampled how replies were judged, where they were sampled: then there is one answer, what its scorer accepts
     */
    public record ProbeForecast(
            String about, String id, String question, List<AnswerForecast> answers, Optional<Judged> sampled) {
        public ProbeForecast {
            answers = List.copyOf(answers);
        }
    }

    /**
     * One listed answer, or whatever a scorer accepts.
     *
     * @param today how probable it is to the model as it is, which is also the forecast of no change
     * @param said how probable the model calls it when it is asked about the assistant in the third person
     * @param after how probable it will be after each amount of training
     * @param rivals what cheaper forecasts say of the last amount
     */
    public record AnswerForecast(
            String answer, String behaviour, double today, Optional<Double> said, List<Estimate> after, Rivals rivals) {
        public AnswerForecast {
            after = List.copyOf(after);
        }
    }
}
