package org.dramatis.checkpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.checkpoint.tensors.TensorEntry;
import org.dramatis.checkpoint.tensors.TensorFiles;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;

/**
 * Directions in the residual stream, in a safetensors file: the tensor {@code layer.3}, of one dimension, is added to what leaves
 * layer 3, counted from 0. Most files hold one.
 */
public record VectorFile(SortedMap<Integer, Direction> directions) {
    private static final Pattern NAME = Pattern.compile("layer\\.(\\d{1,6})");

    /** @throws CheckpointException when it is no such file */
    public static VectorFile read(Path file) {
        SortedMap<Integer, Direction> directions = new TreeMap<>();
        try (TensorFiles tensors = TensorFiles.openFile(file)) {
            for (String name : tensors.names()) {
                TensorEntry entry = tensors.require(name);
                Matcher layer = NAME.matcher(name);
                if (!layer.matches() || entry.shape().size() != 1) {
                    throw new CheckpointException(file + " has the tensor '" + name + "' of shape " + entry.shape()
                            + ": a vector has one dimension, and is named after the layer behind which it is added,"
                            + " layer.3 say");
                }
                directions.put(Integer.valueOf(layer.group(1)), direction(tensors, entry, file));
            }
        }
        if (directions.isEmpty()) {
            throw new CheckpointException(file + " has no tensor: it needs one named layer.3, say");
        }
        return new VectorFile(directions);
    }

    private static Direction direction(TensorFiles tensors, TensorEntry entry, Path file) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment floats = arena.allocate(ValueLayout.JAVA_FLOAT, entry.elements());
            tensors.readWeights(entry.name(), floats);
            return Direction.of(floats.toArray(ValueLayout.JAVA_FLOAT));
        } catch (IllegalArgumentException problem) {
            throw new CheckpointException(file + ", tensor '" + entry.name() + "': " + problem.getMessage(), problem);
        }
    }

    /** What adding them does to a model, on all that it reads and writes. */
    public List<Change> changes(double strength) {
        return directions.entrySet().stream()
                .<Change>map(each -> new Change.Add(
                        Site.after(each.getKey()), each.getValue().times(strength), Change.Where.EVERYWHERE))
                .toList();
    }
}
