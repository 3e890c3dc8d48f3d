package org.dramatis.store.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What to call files so that each can be told from the others: of its path as many last parts as that takes. */
final class ShortNames {
    private ShortNames() {}

    /** In the order of the files, which are absolute, and of which no two are the same. */
    static List<String> of(List<Path> files) {
        List<String> names = new ArrayList<>(Collections.nCopies(files.size(), ""));
        List<Integer> open = IntStream.range(0, files.size()).boxed().toList();
        for (int parts = 1; !open.isEmpty(); parts++) {
            int length = parts;
            open.forEach(file -> names.set(file, end(files.get(file), length)));
            Map<String, Long> uses = open.stream().collect(Collectors.groupingBy(names::get, Collectors.counting()));
            open = open.stream()
                    .filter(file -> uses.getOrDefault(names.get(file), 0L) > 1)
                    .toList();
        }
        return names;
    }

    private static String end(Path file, int parts) {
        int all = file.getNameCount();
        if (parts >= all) {
            return file.toString();
        }
        return StreamSupport.stream(file.subpath(all - parts, all).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
