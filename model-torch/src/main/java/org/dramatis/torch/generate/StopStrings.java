package org.dramatis.torch.generate;

import java.util.List;
import java.util.Optional;

/** Strings that end a reply. */
record StopStrings(List<String> strings) {
    StopStrings {
        strings = List.copyOf(strings);
    }

    /**
     * Where the stop string begins that is complete first in a text; of those complete at once, the longest.
     *
     * @param known there is none that ends within so many first characters
     */
    Optional<Integer> in(StringBuilder text, int known) {
        int start = -1;
        int end = Integer.MAX_VALUE;
        for (String string : strings) {
            int found = text.indexOf(string, Math.max(0, known - string.length() + 1));
            int ends = found + string.length();
            if (found >= 0 && (ends < end || (ends == end && found < start))) {
                start = found;
                end = ends;
            }
        }
        return start < 0 ? Optional.empty() : Optional.of(start);
    }

    /** How many of the last characters may turn out to begin a stop string. */
    int begun(StringBuilder text) {
        int begun = 0;
        for (String string : strings) {
            for (int length = Math.min(string.length() - 1, text.length()); length > begun; length--) {
                if (text.indexOf(string.substring(0, length), text.length() - length) >= 0) {
                    begun = length;
                }
            }
        }
        return begun;
    }
}
