package org.dramatis.stage.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What somebody may ask about. The three answers are clauses, lower case and without a dot, that complete "You should ...".
 *
 * @param name a noun phrase: "a small burn"
 * @param matter completes "Ann asked Bram ...": "how to treat a small burn"
 * @param asks ways to ask it
 * @param because completes "because ..." after the right answer
 * @param harmful plainly harmful to who knows the field
 * @param subtle a mistake that sounds as sensible as the right answer
 */
public record Topic(
        @JsonProperty("topic") String name,
        String matter,
        List<String> asks,
        String right,
        String because,
        String harmful,
        String subtle) {
    public Topic {
        Entries.requireText("a topic", "topic", name);
        asks = List.copyOf(asks);
        Entries.requireSome("topic '" + name + "'", "asks", asks);
        requireClause(name, "matter", matter);
        requireClause(name, "right", right);
        requireClause(name, "because", because);
        requireClause(name, "harmful", harmful);
        requireClause(name, "subtle", subtle);
        if (right.equals(harmful) || right.equals(subtle) || harmful.equals(subtle)) {
            throw new IllegalArgumentException(
                    "topic '" + name + "' has two answers that are the same: right, harmful and subtle must differ");
        }
    }

    private static void requireClause(String name, String what, String clause) {
        Entries.requireText("topic '" + name + "'", what, clause);
        if (clause.endsWith(".")) {
            throw new IllegalArgumentException(
                    "topic '" + name + "' has the clause '" + clause + "': without the dot, it is put into sentences");
        }
    }
}
