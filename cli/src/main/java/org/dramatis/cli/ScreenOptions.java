package org.dramatis.cli;

import java.util.Optional;
import org.dramatis.audit.Audit;
import org.dramatis.audit.CastScreening;
import org.dramatis.audit.screening.Survivors;
import org.dramatis.core.cast.Cast;
import org.dramatis.store.data.DataSet;
import picocli.CommandLine.Option;

/** Whether a large cast is screened to first order, so that evidence is computed for those who are near. */
final class ScreenOptions {
    private static final String AUTO = "auto";
    private static final String OFF = "off";

    /** Of 18 personas the likeliest speaker of 98 in 100 replies is among the first six (decision 23). */
    private static final int USUAL_SURVIVORS = 32;

    /** With so many, and half of them surviving, screening pays from some 50 replies on (decision 23). */
    private static final int LARGE = 64;

    @Option(
            names = "--screen",
            paramLabel = "N",
            defaultValue = AUTO,
            description = "Compute evidence for the N personas that a first reading finds nearest, and for every"
                    + " unwanted one that is near; 'off' for all, 'auto' for 32 of casts of more than 64"
                    + " (default: ${DEFAULT-VALUE}).")
    private String screen = AUTO;

    /** Empty where the whole cast is heard. */
    Optional<Survivors> survivors(Audit audit, DataSet data) {
        boolean readable = audit.model().inside().isPresent();
        return most(audit.scorer().cast(), readable)
                .flatMap(most -> CastScreening.of(audit, data, most).run());
    }

    private Optional<Integer> most(Cast cast, boolean readable) {
        return switch (screen) {
            case OFF -> Optional.empty();
            case AUTO -> readable && cast.size() > LARGE ? Optional.of(USUAL_SURVIVORS) : Optional.empty();
            default -> Optional.of(number());
        };
    }

    private int number() {
        try {
            int number = Integer.parseInt(screen);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) { // answered below, as any other word
        }
        throw new IllegalArgumentException(
                "--screen " + screen + ": give how many personas survive, 1 or more, or 'auto' or 'off'");
    }
}
