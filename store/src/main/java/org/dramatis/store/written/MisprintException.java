package org.dramatis.store.written;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file that cannot be taken as it was written. The message lacks its name: who knows it, says {@link #in}. */
public final class MisprintException extends IllegalArgumentException {
    private static final int SHOWN = 20;

    private final List<Misprint> misprints;

    MisprintException(List<Misprint> misprints) {
        super(misprints.getFirst().reason());
        this.misprints = List.copyOf(misprints);
    }

    MisprintException(Misprint misprint, Throwable cause) {
        super(misprint.reason(), cause);
        this.misprints = List.of(misprint);
    }

    /** At least one, in the order of the file. */
    public List<Misprint> misprints() {
        return misprints;
    }

    /** A line a misprint, each with the file and the place. */
    public String in(String file) {
        Stream<String> shown = misprints.stream().limit(SHOWN).map(misprint -> misprint.in(file));
        Stream<String> rest =
                misprints.size() > SHOWN ? Stream.of("and " + (misprints.size() - SHOWN) + " more") : Stream.empty();
        return Stream.concat(shown, rest).collect(Collectors.joining(System.lineSeparator()));
    }
}
