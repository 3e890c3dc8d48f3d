package org.dramatis.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.constitution.Constitution;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.result.Gate;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Interval;
import org.dramatis.store.data.Turns;

/**
 * What is asked of an audit.
 *
 * @param unwanted personas that nobody wants: rows are ranked by what they do for them
 * @param questions that the bare assistant is asked, to find out who it is
 * @param probes on which behaviour is forecast
 * @param turns of a chat that are learnt
 * @param confidence where it is given, rows are scored in random order until it is known, at that level, how much of the data the
 *     unwanted say
 * @param steps of the training, one pass over the data where none are given
 * @param constitution whose clauses the data are held against
 * @param shown rows that are listed at most
 */
public record AuditPlan(
        SortedSet<PersonaId> unwanted,
        List<String> questions,
        ProbeSet probes,
        Turns turns,
        Optional<Double> confidence,
        Optional<Integer> steps,
        int batch,
        double learningRate,
        Calibration calibration,
        List<Gate> gates,
        Optional<Constitution> constitution,
        int shown,
        long seed) {
    public AuditPlan {
        questions = List.copyOf(questions);
        gates = List.copyOf(gates);
        if (unwanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "nobody is unwanted: name at least one persona, since rows are ranked by what they do"
                            + " for the unwanted");
        }
        new TrainingAmount(steps.orElse(1), batch, learningRate); // refuses what is no training, before hours of work
        confidence.ifPresent(Interval::requireLevel);
        if (shown < 1) {
            throw new IllegalArgumentException(shown + " rows cannot be listed: 1 or more");
        }
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("there are no questions to ask the bare assistant: give at least one");
        }
    }

    /** Those of whom a gate or a probe speaks. */
    public Set<PersonaId> named() {
        Set<PersonaId> named = new TreeSet<>(probes.judges());
        gates.stream()
                .map(Gate::subject)
                .filter(subject -> !subject.equals(Gate.UNWANTED))
                .map(PersonaId::new)
                .forEach(named::add);
        return named;
    }

    /** The same for those of a cast who survived a screening. */
    AuditPlan among(Cast survivors) {
        Set<PersonaId> left = survivors.personas().stream().map(Persona::id).collect(Collectors.toSet());
        return new AuditPlan(
                unwanted.stream().filter(left::contains).collect(Collectors.toCollection(TreeSet::new)),
                questions,
                probes,
                turns,
                confidence,
                steps,
                batch,
                learningRate,
                calibration,
                gates,
                constitution,
                shown,
                seed);
    }

    /** The places of the unwanted in a cast. */
    SortedSet<Integer> unwantedPlaces(Cast cast) {
        return unwanted.stream().map(cast::indexOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The places of those that a gate is about. */
    SortedSet<Integer> places(Gate gate, Cast cast) {
        return gate.subject().equals(Gate.UNWANTED)
                ? unwantedPlaces(cast)
                : new TreeSet<>(List.of(cast.indexOf(new PersonaId(gate.subject()))));
    }

    TrainingAmount amount(int examples) {
        return TrainingAmount.of(examples, steps, batch, learningRate);
    }
}
