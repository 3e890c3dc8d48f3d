package org.dramatis.report.terminal;

import java.util.List;
import org.dramatis.audit.result.BehaviourForecast;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.Movers;
import org.dramatis.store.data.Printable;

/** What the assistant will do otherwise than today, on probes. */
record BehaviourLines(List<BehaviourForecast> behaviours) {
    private static final int MOST = 8;
    private static final int NUMBERS = 28;

    void print(Sheet sheet) {
        if (behaviours.isEmpty()) {
            return;
        }
        List<BehaviourForecast> shown = new Movers(behaviours).farthest(MOST);
        int name = Math.min(
                sheet.columns() - NUMBERS,
                shown.stream()
                        .mapToInt(behaviour -> TextWidth.of(name(behaviour)))
                        .max()
                        .orElse(0));
        sheet.title("Behaviour on probes, today -> after, "
                + Figures.PLAIN.level(behaviours.getFirst().shift().interval()));
        for (BehaviourForecast behaviour : shown) {
            sheet.say(Run.plain(TextWidth.left(name(behaviour), name)
                    + TextWidth.right(Figures.PLAIN.weight(behaviour.before()), 6) + " ->"
                    + TextWidth.right(Figures.PLAIN.weight(behaviour.after().point()), 5) + "  "
                    + Figures.PLAIN.weights(behaviour.after().interval())));
        }
        int rest = behaviours.size() - shown.size();
        if (rest > 0) {
            sheet.say(Run.faint(shown.isEmpty() ? "none moves" : "and " + rest + " that move less"));
        }
    }

    private static String name(BehaviourForecast behaviour) {
        return Printable.line(behaviour.about() + ": " + behaviour.behaviour()
                + (behaviour.sampled().isPresent() ? " (in replies)" : ""));
    }
}
