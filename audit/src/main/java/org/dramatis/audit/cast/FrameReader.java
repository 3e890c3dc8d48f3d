package org.dramatis.audit.cast;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.store.written.Item;

/**
 * Reads the frames of a persona.
 *
 * @param beside the folder from which vectors and adapters are named, where they are to be played: they have to be there. Without
 *     one they stay as they are named
 */
record FrameReader(Optional<Path> beside) {
    private static final String[] WAYS = {"portrait", "lines", "vector", "adapter"};

    List<Frame> frames(Item persona, String id, Persona.Kind kind) {
        List<Item> entries = persona.items("frames");
        if (entries.isEmpty()) {
            persona.misprint(
                    "frames", "there are no 'frames': no model can play persona '" + id + "' without at least one");
        }
        List<Frame> frames = new ArrayList<>();
        for (Item entry : entries) {
            entry.fields(WAYS);
            Optional<Frame> frame = frame(entry, id);
            frame.ifPresent(frames::add);
            if (kind == Persona.Kind.DOCUMENT && frame.isPresent() && !(frame.get() instanceof Frame.Portrait)) {
                entry.misprint("a document is framed by the words before it alone: write 'portrait'");
            }
        }
        return frames;
    }

    private Optional<Frame> frame(Item entry, String id) {
        if (entry.names().size() != 1) {
            entry.misprint("a frame is one of " + List.of(WAYS) + ", here are " + entry.names());
            return Optional.empty();
        }
        return switch (entry.names().getFirst()) {
            case "portrait" -> {
                String words = entry.text("portrait");
                yield entry.made(() -> new Frame.Portrait(words));
            }
            case "lines" -> lines(entry);
            case "vector" -> vector(entry, id);
            case "adapter" -> adapter(entry, id);
            default -> Optional.empty();
        };
    }

    private static Optional<Frame> lines(Item entry) {
        List<Turn> turns = new ArrayList<>();
        for (Item exchange : entry.items("lines")) {
            exchange.fields("user", "assistant");
            for (String name : exchange.names()) {
                turns.add(new Turn(name.equals("user") ? Turn.Role.USER : Turn.Role.ASSISTANT, exchange.text(name)));
            }
        }
        return entry.made(() -> lines(turns));
    }

    /** A chat template refuses what is not in turns, or makes something of it that no chat looks like. */
    private static Frame.Lines lines(List<Turn> turns) {
        boolean inTurns = !turns.isEmpty() && turns.size() % 2 == 0;
        for (int i = 0; i < turns.size(); i++) {
            inTurns &= turns.get(i).role() == (i % 2 == 0 ? Turn.Role.USER : Turn.Role.ASSISTANT);
        }
        if (!inTurns) {
            throw new IllegalArgumentException(
                    "lines are turns of the user and the assistant by turns, and the assistant has the last word");
        }
        return new Frame.Lines(turns);
    }

    private Optional<Frame> vector(Item entry, String id) {
        Optional<Item> vector = entry.field("vector").map(field -> field.fields("name", "strength"));
        String name = vector.map(field -> field.text("name")).orElse("");
        double strength = vector.map(field -> field.number("strength")).orElse(1.0);
        return entry.made(() ->
                new Frame.Vector(place(name, id, "vector", "a safetensors file", Files::isRegularFile), strength));
    }

    private Optional<Frame> adapter(Item entry, String id) {
        String name = entry.text("adapter");
        return entry.made(() ->
                new Frame.Adapter(place(name, id, "adapter", "a folder in the layout of PEFT", Files::isDirectory)));
    }

    /** Where a file lies that a frame names; its name where the frame is not to be played. */
    private String place(String name, String id, String way, String needed, Predicate<Path> there) {
        return beside.map(folder -> {
                    Path place = folder.resolve(name);
                    if (!there.test(place)) {
                        throw new IllegalArgumentException("persona '" + id + "' has the " + way + " " + place
                                + ", which is not there: name " + needed + ", from the folder of the cast file on");
                    }
                    return place.toString();
                })
                .orElse(name);
    }
}
