package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.separation.Confusion;
import org.dramatis.core.separation.PersonaPair;

/** Who spoke against who is said to have spoken, for readers and for machines. */
record PersonaConfusion(Separation separation) {
    private static final int SHOWN_PAIRS = 10;

    private Cast cast() {
        return separation.cast();
    }

    private Confusion confusion() {
        return separation.confusion();
    }

    void print(PrintWriter out) {
        Estimate accuracy = separation.accuracy();
        out.printf(
                Locale.ROOT,
                "%.1f %% of %d replies are attributed to who spoke (%.1f-%.1f %%; chance %.1f %%).%n",
                100 * accuracy.point(),
                confusion().total(),
                100 * accuracy.interval().low(),
                100 * accuracy.interval().high(),
                100.0 / cast().size());
        out.printf(
                Locale.ROOT,
                "One reply tells %.2f of %.2f bits about who spoke.%n%n",
                confusion().mutualInformation().corrected(),
                possibleBits());
        printCounts(out);
        printAlike(out);
    }

    /** As narrow as names and counts allow: twenty personas fit eighty columns. */
    private void printCounts(PrintWriter out) {
        int names = cast().personas().stream()
                .mapToInt(persona -> persona.id().value().length())
                .max()
                .orElse(0);
        int cell = 1
                + counts().stream()
                        .flatMap(List::stream)
                        .mapToInt(count -> count.toString().length())
                        .max()
                        .orElse(0);
        for (int i = 0; i < cast().size(); i++) {
            String name = cast().persona(i).id().value();
            StringBuilder line = new StringBuilder(name).repeat(' ', names - name.length());
            for (long count : counts().get(i)) {
                String shown = count == 0 ? "." : String.valueOf(count);
                line.repeat(' ', cell - shown.length()).append(shown);
            }
            out.println(line);
        }
    }

    private void printAlike(PrintWriter out) {
        List<PersonaPair> alike = separation.alike();
        out.printf("%nNot told apart:%s%n", alike.isEmpty() ? " none" : "");
        alike.stream().limit(SHOWN_PAIRS).forEach(pair -> out.println("  " + pair.first() + " and " + pair.second()));
        if (alike.size() > SHOWN_PAIRS) {
            out.println("  and " + (alike.size() - SHOWN_PAIRS) + " more; --json lists all");
        }
    }

    private List<List<Long>> counts() {
        return confusion().counts();
    }

    private double possibleBits() {
        return Math.log(cast().size()) / Math.log(2);
    }
}
