package org.dramatis.checkpoint.tensors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.dramatis.checkpoint.CheckpointException;

/**
 * Writes safetensors files. The same tensors give the same bytes in whatever order they come, those of the format's own
 * library. A file appears whole or not at all; one that was there is replaced, and readers that have it open keep the old one.
 */
public final class SafetensorsWriter {
    /** A multiple of every element. */
    private static final long CHUNK_BYTES = 1 << 20;

    private SafetensorsWriter() {}

    /**
     * Writes tensors as they are.
     *
     * @throws CheckpointException when the file cannot be written
     * @throws IllegalArgumentException when two tensors have one name
     */
    public static void write(Path file, Collection<TensorEntry> tensors) {
        writeAll(
                file,
                tensors.stream()
                        .map(tensor -> new StoredTensor(tensor, tensor.type()))
                        .toList());
    }

    /**
     * Writes tensors of F32 as a type that holds weights: every number is rounded to the nearest that the type has, ties to
     * even. Beyond the largest, that is infinity.
     */
    public static void write(Path file, DataType type, Collection<TensorEntry> tensors) {
        writeAll(
                file,
                tensors.stream()
                        .map(tensor -> StoredTensor.rounded(tensor, type))
                        .toList());
    }

    private static void writeAll(Path file, List<StoredTensor> tensors) {
        List<StoredTensor> ordered = tensors.stream()
                .sorted(Comparator.comparing(StoredTensor::type).reversed().thenComparing(StoredTensor::name))
                .toList();
        byte[] header = HeaderWriter.header(ordered);
        try {
            WholeFile.write(file, channel -> writeTo(channel, header, ordered));
        } catch (IOException problem) {
            throw new CheckpointException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private static void writeTo(FileChannel channel, byte[] header, List<StoredTensor> tensors) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chunk = arena.allocate(CHUNK_BYTES);
            writeFully(channel, MemorySegment.ofArray(header));
            for (StoredTensor tensor : tensors) {
                for (long done = 0; done < tensor.byteCount(); done += CHUNK_BYTES) {
                    MemorySegment part = chunk.asSlice(0, Math.min(CHUNK_BYTES, tensor.byteCount() - done));
                    tensor.copy(done, part);
                    writeFully(channel, part);
                }
            }
        }
    }

    private static void writeFully(WritableByteChannel channel, MemorySegment bytes) throws IOException {
        var buffer = bytes.asByteBuffer();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
