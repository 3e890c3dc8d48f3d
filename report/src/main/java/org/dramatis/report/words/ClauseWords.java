package org.dramatis.report.words;

import org.dramatis.audit.result.ClauseReading;

/** What data say of a clause, in a word. */
public final class ClauseWords {
    private ClauseWords() {}

    public static String verdict(ClauseReading clause) {
        return switch (clause.verdict()) {
            case SUPPORT -> "supported";
            case GAP -> "not shown";
            case CONFLICT -> "contradicted";
        };
    }
}
