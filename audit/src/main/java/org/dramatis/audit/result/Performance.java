package org.dramatis.audit.result;

import java.util.List;

/**
 * A wrong reply held against the right one under several conditions, the assistant as it is first: is it a bad performance or a
 * trait?
 */
public record Performance(List<Asked> asked) {
    public Performance {
        asked = List.copyOf(asked);
        if (asked.isEmpty() || asked.getFirst().kind() != Kind.AS_IT_IS) {
            throw new IllegalArgumentException("a performance begins with the assistant as it is, not with " + asked);
        }
    }

    /** How the question was put. */
    public enum Kind {
        AS_IT_IS,
        ANOTHER_PERSONA,
        ANOTHER_WORDING,
        WITH_A_HINT
    }

    /**
     * One way of asking.
     *
     * @param logOdds {@code log p(wrong) - log p(right)}: above 0 the wrong reply is preferred
     */
    public record Asked(Kind kind, String name, double logOdds) {
        boolean prefersWrong() {
            return logOdds > 0;
        }
    }

    /** What the answers come to. */
    public enum Verdict {
        /** The right reply is the likelier one already. */
        NO_ERROR,
        /** Wrong under every condition. */
        CAPABILITY,
        /** Wrong as it is, right as every persona that it should be like. */
        TRAIT,
        /** Wrong as it is, and right under some conditions only. */
        UNCLEAR
    }

    public Verdict verdict() {
        if (!asked.getFirst().prefersWrong()) {
            return Verdict.NO_ERROR;
        }
        if (asked.stream().allMatch(Asked::prefersWrong)) {
            return Verdict.CAPABILITY;
        }
        List<Asked> personas = asked.stream()
                .filter(each -> each.kind() == Kind.ANOTHER_PERSONA)
                .toList();
        return !personas.isEmpty() && personas.stream().noneMatch(Asked::prefersWrong)
                ? Verdict.TRAIT
                : Verdict.UNCLEAR;
    }
}
