package org.dramatis.stage.world;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every entry of a world file is held to. */
final class Entries {
    private Entries() {}

    static void requireText(String of, String what, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(of + " has no '" + what + "', or a blank one");
        }
    }

    static void requireThere(String of, String what, @Nullable Object entry) {
        if (entry == null) {
            throw new IllegalArgumentException(of + " has no '" + what + "'");
        }
    }

    static void requireNumbers(String of, String what, Map<?, Double> shares) {
        shares.forEach((key, share) -> {
            if (!(share >= 0 && share < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        of + " has " + share + " for '" + key + "' in '" + what + "': give a number of 0 or more");
            }
        });
    }

    /** They need not add up to 1. */
    static void requireShares(String of, String what, Map<?, Double> shares) {
        requireNumbers(of, what, shares);
        if (shares.values().stream().noneMatch(share -> share > 0)) {
            throw new IllegalArgumentException(of + " has nothing above 0 in '" + what + "'");
        }
    }

    static void requireId(String of, @Nullable String id) {
        if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    of + " is named '" + id + "': use lower-case letters and digits joined by single hyphens");
        }
    }

    static void requireSome(String of, String what, @Nullable Collection<?> entries) {
        if (entries == null || entries.isEmpty()) {
            throw new IllegalArgumentException(of + " has no '" + what + "': at least one is needed");
        }
    }

    static void requireDistinct(String of, String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(of + " has the " + what + " '" + name + "' twice");
            }
        }
    }

    static <V> V of(String holder, Map<String, V> entries, String key) {
        V found = entries.get(key);
        if (found == null) {
            throw new IllegalArgumentException(holder + " has no '" + key + "': it has " + entries.keySet());
        }
        return found;
    }

    /** In the order of the file. */
    static <K, V> Map<K, V> ordered(Map<K, V> entries) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** In the order of the file. */
    static <V> Map<String, List<V>> copy(Map<String, List<V>> entries) {
        Map<String, List<V>> copy = new LinkedHashMap<>();
        entries.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }
}
