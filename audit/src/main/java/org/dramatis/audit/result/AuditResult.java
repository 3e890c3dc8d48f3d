package org.dramatis.audit.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;

/**
 * Who some data makes the assistant become, and by which rows.
 *
 * @param residual how many bits a token of the assistant's present behaviour no persona of the cast explains
 * @param standings of every persona, in cast order
 * @param screened what became of the others, where a large cast was screened first
 * @param trajectory the weights on the way, the start first
 * @param behaviours what the assistant will do on probes, by what they ask about
 * @param rows those that push hardest towards the unwanted, the worst first
 * @param unmodelled rows that surprise every persona, and are in no other number here
 * @param remedies what would come of changing the data
 * @param clauses of a constitution, and what the data say of each; none where none was given
 * @param warnings sentences: why a number may mislead
 * @param foundations sentences: what else the numbers rest on
 */
public record AuditResult(
        Subject subject,
        Counts counts,
        TrainingAmount amount,
        Calibration calibration,
        Measured<Estimate> residual,
        List<Standing> standings,
        Optional<Screened> screened,
        List<Moment> trajectory,
        List<BehaviourForecast> behaviours,
        List<RankedRow> rows,
        Unmodelled unmodelled,
        List<Remedy> remedies,
        List<ClauseReading> clauses,
        List<GateVerdict> gates,
        List<String> warnings,
        List<String> foundations) {
    public AuditResult {
        standings = List.copyOf(standings);
        trajectory = List.copyOf(trajectory);
        behaviours = List.copyOf(behaviours);
        rows = List.copyOf(rows);
        remedies = List.copyOf(remedies);
        clauses = List.copyOf(clauses);
        gates = List.copyOf(gates);
        warnings = List.copyOf(warnings);
        foundations = List.copyOf(foundations);
    }

    /** The personas that the verdict names: who leads after the training, and who of the unwanted gains most. */
    public List<PersonaId> relied() {
        Optional<Standing> leading = standings.stream()
                .max(Comparator.comparingDouble(standing -> standing.after().point()));
        Optional<Standing> gaining = standings.stream()
                .filter(Standing::unwanted)
                .max(Comparator.comparingDouble(
                        standing -> standing.after().point() - standing.before().point()));
        return Stream.of(leading, gaining)
                .flatMap(Optional::stream)
                .map(standing -> standing.persona().id())
                .distinct()
                .toList();
    }

    /** The same with more reasons why a number may mislead, and with what else the numbers rest on. */
    public AuditResult relying(List<String> more, List<String> rests) {
        return with(
                screened,
                Stream.concat(warnings.stream(), more.stream()).toList(),
                Stream.concat(foundations.stream(), rests.stream()).toList());
    }

    /** The same of those whom a screening left. */
    public AuditResult screened(Screened screening) {
        return with(Optional.of(screening), warnings, foundations);
    }

    private AuditResult with(Optional<Screened> screening, List<String> reasons, List<String> rests) {
        return new AuditResult(
                subject,
                counts,
                amount,
                calibration,
                residual,
                standings,
                screening,
                trajectory,
                behaviours,
                rows,
                unmodelled,
                remedies,
                clauses,
                gates,
                reasons,
                rests);
    }

    public boolean passed() {
        return gates.stream().allMatch(GateVerdict::passed);
    }
}
