package org.dramatis.audit.cast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.store.written.Item;

/**
 * Reads the frames of a persona.
 *
 * @param anyFrame whether frames that change the model may stand there, which no command can play yet
 */
record FrameReader(boolean anyFrame) {
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
        requireAny(entry, id, "vector");
        return entry.made(() -> new Frame.Vector(name, strength));
    }

    private Optional<Frame> adapter(Item entry, String id) {
        String name = entry.text("adapter");
        requireAny(entry, id, "adapter");
        return entry.made(() -> new Frame.Adapter(name));
    }

    private void requireAny(Item entry, String id, String way) {
        if (!anyFrame) {
            entry.misprint("persona '" + id + "' has a frame by " + way
                    + ", which no command can play yet: use frames of portraits or lines");
        }
    }
}
