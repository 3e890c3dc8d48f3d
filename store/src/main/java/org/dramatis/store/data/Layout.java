package org.dramatis.store.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.cast.Turn.Role;

/** A way to write down a row: the fields that it needs, and what they come to. */
record Layout(List<String> needed, BiFunction<Origin, Fields, Row> read) {
    /** The first whose fields a row has is the row's. */
    private static final List<Layout> KNOWN = List.of(
            new Layout(
                    List.of("chosen", "rejected"),
                    (origin, fields) -> Pair.of(fields).preference(origin)),
            new Layout(List.of("messages"), Layout::messages),
            new Layout(List.of("prompt", "completion"), Layout::completion),
            new Layout(List.of("conversations"), Layout::conversations),
            new Layout(List.of("instruction", "output"), Layout::instruction),
            new Layout(List.of("text"), (origin, fields) -> new Row.Document(origin, fields.text("text"))));

    /** Every field that some layout reads. */
    static final Set<String> FIELDS = Stream.concat(
                    KNOWN.stream().flatMap(layout -> layout.needed.stream()), Stream.of("system", "input", "label"))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws IllegalArgumentException with the reason when this is no row */
    static Row row(Origin origin, Fields fields) {
        for (Layout layout : KNOWN) {
            if (layout.needed.stream().allMatch(fields::has)) {
                return layout.read.apply(origin, fields);
            }
        }
        String known = KNOWN.stream()
                .map(layout -> layout.needed.stream().map(Printable::quoted).collect(Collectors.joining(" with ")))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(found(fields) + ": a row has one of " + known);
    }

    private static String found(Fields fields) {
        List<String> filled = fields.names().stream().filter(fields::has).toList();
        return filled.isEmpty()
                ? "the row has no field with a value"
                : "the row has the fields " + Printable.names(filled);
    }

    private static Row messages(Origin origin, Fields fields) {
        return chat(origin, fields, TurnList.MESSAGES.turns("messages", fields.value("messages")));
    }

    private static Row completion(Origin origin, Fields fields) {
        if (fields.value("label").isBoolean()) {
            throw new IllegalArgumentException("'label' is " + Printable.value(fields.value("label"))
                    + " beside 'prompt' and 'completion': replies that were judged one by one are not read");
        }
        List<Turn> completion = fields.turns("completion", Role.ASSISTANT);
        if (completion.getFirst().role() != Role.ASSISTANT) {
            throw new IllegalArgumentException("'completion' begins with no turn of the assistant: it must go on"
                    + " where 'prompt' ends; whole conversations stand in 'messages'");
        }
        List<Turn> turns = new ArrayList<>(fields.turns("prompt", Role.USER));
        turns.addAll(completion);
        return chat(origin, fields, turns);
    }

    private static Row conversations(Origin origin, Fields fields) {
        return chat(origin, fields, TurnList.SHARE_GPT.turns("conversations", fields.value("conversations")));
    }

    private static Row instruction(Origin origin, Fields fields) {
        String ask = fields.text("instruction")
                + fields.words("input").map(input -> "\n\n" + input).orElse("");
        return chat(origin, fields, List.of(new Turn(Role.USER, ask), new Turn(Role.ASSISTANT, fields.text("output"))));
    }

    private static Row chat(Origin origin, Fields fields, List<Turn> turns) {
        return new Row.Chat(origin, fields.afterSystem(turns));
    }
}
