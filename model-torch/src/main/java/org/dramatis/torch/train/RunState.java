package org.dramatis.torch.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.checkpoint.tensors.SafetensorsWriter;
import org.dramatis.checkpoint.tensors.TensorEntry;
import org.dramatis.checkpoint.tensors.TensorFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of a run in one file, {@value #NAME}: it is replaced whole, so that a kill at any moment leaves either the new state
 * or the one before.
 */
final class RunState {
    static final String NAME = "state.safetensors";

    private static final String BEGINNING = "beginning";
    private static final String LOSSES = "losses";
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final Map<String, String> beginning;

    RunState(Path run, Map<String, String> beginning) {
        try {
            Files.createDirectories(run);
        } catch (IOException problem) {
            throw new CheckpointException(run + " cannot be the folder of a run: " + problem.getMessage(), problem);
        }
        this.file = run.resolve(NAME);
        this.beginning = Collections.unmodifiableMap(new LinkedHashMap<>(beginning));
    }

    /** @param numbers values and moments by what they are */
    void write(List<Double> losses, Map<String, Flat> numbers) {
        List<TensorEntry> tensors = new ArrayList<>();
        byte[] words = json().toString().getBytes(StandardCharsets.UTF_8);
        tensors.add(
                new TensorEntry(BEGINNING, DataType.U8, List.of((long) words.length), MemorySegment.ofArray(words)));
        numbers.forEach(
                (name, flat) -> tensors.add(new TensorEntry(name, DataType.F32, List.of(flat.size()), flat.bytes())));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment curve = arena.allocate(Double.BYTES * (long) losses.size());
            for (int i = 0; i < losses.size(); i++) {
                curve.set(DOUBLE, (long) i * Double.BYTES, losses.get(i));
            }
            tensors.add(new TensorEntry(LOSSES, DataType.F64, List.of((long) losses.size()), curve));
            SafetensorsWriter.write(file, tensors);
        }
    }

    /**
     * Fills the numbers from the file, if there is one.
     *
     * @return the losses of the steps done
     * @throws CheckpointException when the file is of a run that began otherwise
     */
    List<Double> read(Map<String, Flat> numbers) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (TensorFiles tensors = TensorFiles.openFile(file)) {
            requireSame(tensors.require(BEGINNING).bytes().toArray(ValueLayout.JAVA_BYTE));
            numbers.forEach((name, flat) -> tensors.readWeights(name, flat.bytes()));
            MemorySegment curve = tensors.require(LOSSES).bytes();
            List<Double> losses = new ArrayList<>();
            for (long at = 0; at < curve.byteSize(); at += Double.BYTES) {
                losses.add(curve.get(DOUBLE, at));
            }
            return losses;
        }
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        beginning.forEach(json::put);
        return json;
    }

    private void requireSame(byte[] words) {
        JsonNode before = JsonFiles.object(file + ", " + BEGINNING, words);
        beginning.forEach((what, now) -> {
            String then = before.path(what).asString("nothing");
            if (!Objects.equals(then, now)) {
                throw new CheckpointException(file + " is of a run that began with another " + what + ":\n  then "
                        + then + "\n  now  " + now + "\nGo on with what it began with, or give a folder without a run");
            }
        });
    }
}
