package org.dramatis.audit.constitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.FrameScorer;
import org.dramatis.audit.framing.Voice;
import org.dramatis.audit.inoculate.Prompted;
import org.dramatis.audit.result.ClauseReading;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.number.Student;
import org.dramatis.store.evidence.Cell;

/**
 * Reads a data set clause by clause: {@code log p(y | c, x)} less its mean over all other clauses and no clause at all. Not against
 * no clause alone, since any instruction makes some replies likelier.
 */
public record ConstitutionReader(ChatModel model) {
    private static final double LEVEL = .95;

    /** An episode that is three times likelier, or less likely, speaks clearly. */
    private static final double CLEARLY = Math.log(3);

    /** Every clause, in order. An episode that cannot be scored under one of them is left out. */
    public List<ClauseReading> read(Constitution constitution, List<Episode> episodes) {
        List<double[]> rows = new ArrayList<>();
        for (Episode episode : episodes) {
            List<Episode> under = new ArrayList<>();
            for (String clause : constitution.clauses()) {
                under.add(new Prompted(clause).episode(episode));
            }
            under.add(episode);
            double[] logs = totals(new FrameScorer(model, Optional.empty()).cells(List.of(new Voice.Bare()), under));
            if (logs.length == under.size()) {
                rows.add(centred(logs));
            }
        }
        if (rows.size() < 2) {
            throw new IllegalArgumentException("of " + episodes.size() + " replies " + rows.size()
                    + " could be scored under every clause: it takes at least 2");
        }
        List<ClauseReading> readings = new ArrayList<>();
        for (int c = 0; c < constitution.clauses().size(); c++) {
            int clause = c;
            double[] evidence = rows.stream().mapToDouble(row -> row[clause]).toArray();
            readings.add(new ClauseReading(
                    constitution.clauses().get(c),
                    Student.mean(LEVEL, evidence),
                    (int) rows.stream().filter(row -> row[clause] > CLEARLY).count(),
                    (int) rows.stream().filter(row -> row[clause] < -CLEARLY).count(),
                    rows.size()));
        }
        return readings;
    }

    /** Nothing where one of them has no score. */
    private static double[] totals(List<List<Cell>> scores) {
        double[] logs = new double[scores.size()];
        Iterator<List<Cell>> each = scores.iterator();
        for (int c = 0; c < logs.length; c++) {
            switch (each.next().getFirst()) {
                case Cell.Scored scored -> logs[c] = scored.logLikelihood();
                case Cell.Unscorable _ -> {
                    return new double[0];
                }
            }
        }
        return logs;
    }

    /** Each less the mean of the others. */
    private static double[] centred(double[] logs) {
        double sum = Arrays.stream(logs).sum();
        return Arrays.stream(logs)
                .map(log -> log - (sum - log) / (logs.length - 1))
                .toArray();
    }
}
