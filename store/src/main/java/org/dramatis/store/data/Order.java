package org.dramatis.store.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.cast.Turn.Role;

/** Which turns may follow which. */
final class Order {
    private Order() {}

    static void requireChat(List<Turn> turns) {
        for (int i = 0; i < turns.size(); i++) {
            Optional<String> fault = fault(turns, i);
            if (fault.isPresent()) {
                throw new IllegalArgumentException("turn " + (i + 1) + " of the conversation " + fault.get());
            }
        }
        if (turns.stream().noneMatch(turn -> turn.role() == Role.ASSISTANT)) {
            throw new IllegalArgumentException("the conversation has " + turns.size()
                    + " turns and none is the assistant's: there is no reply to learn from");
        }
    }

    /** The turn that would be the reply's must be allowed there; {@code name} is what errors call it. */
    static void requireReply(String name, List<Turn> context, String reply) {
        if (reply.isBlank()) {
            throw new IllegalArgumentException(name + " is empty: a reply has at least one word");
        }
        requireChat(Stream.concat(context.stream(), Stream.of(new Turn(Role.ASSISTANT, reply)))
                .toList());
    }

    private static Optional<String> fault(List<Turn> turns, int i) {
        Turn turn = turns.get(i);
        Optional<Role> before =
                i == 0 ? Optional.empty() : Optional.of(turns.get(i - 1).role());
        return switch (turn.role()) {
            case USER -> Optional.empty();
            case SYSTEM -> before.map(role -> "is the system's: a system turn comes first, and there is one at most");
            case ASSISTANT -> {
                if (!before.equals(Optional.of(Role.USER))) {
                    String place =
                            before.isEmpty() || before.get() == Role.SYSTEM ? "first" : "after another of its own";
                    yield Optional.of(
                            "is the assistant's, and comes " + place + ": a reply follows a turn of the user");
                }
                yield turn.text().isBlank()
                        ? Optional.of("is the assistant's, and is empty: a reply has at least one word")
                        : Optional.empty();
            }
        };
    }
}
