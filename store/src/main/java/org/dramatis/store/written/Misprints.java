package org.dramatis.store.written;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/** What was found wrong in a file so far. */
final class Misprints {
    private record Fault(JsonPointer place, String reason) {}

    private final WrittenFile file;
    private final Set<Fault> faults = new LinkedHashSet<>();

    Misprints(WrittenFile file) {
        this.file = file;
    }

    void add(JsonPointer place, String reason) {
        faults.add(new Fault(place, reason));
    }

    /** Whether nothing is wrong there or in what stands there. */
    boolean isClean(JsonPointer place) {
        return faults.stream().map(fault -> fault.place().toString()).noneMatch(fault -> isIn(fault, place.toString()));
    }

    private static boolean isIn(String place, String whole) {
        return place.equals(whole) || place.startsWith(whole + "/");
    }

    MisprintException exception() {
        Map<JsonPointer, Mark> marks = file.marks();
        List<Misprint> misprints = faults.stream()
                .map(fault -> new Misprint(marks.getOrDefault(fault.place(), Mark.UNKNOWN), fault.reason()))
                .sorted(Comparator.comparing(Misprint::mark))
                .toList();
        return new MisprintException(misprints);
    }
}
