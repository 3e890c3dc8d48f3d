package org.dramatis.checkpoint.tensors;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dramatis.checkpoint.CheckpointException;

/**
 * A safetensors file: the length of the header in eight bytes, the header, then the tensors' bytes and nothing else. Everything
 * in the header is checked when it is opened; the tensors' bytes are read only when asked for.
 */
final class SafetensorsFile implements AutoCloseable {
    /** Enough for 150,000 tensors. The format allows 100 MB, which would fill the memory of a small process. */
    private static final long MOST_HEADER_BYTES = 16L << 20;

    private final MappedFile file;
    private final Map<String, TensorEntry> tensors;

    private SafetensorsFile(MappedFile file, Map<String, TensorEntry> tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    static SafetensorsFile open(Path path) {
        MappedFile file = MappedFile.open(path);
        try {
            return new SafetensorsFile(file, Collections.unmodifiableMap(tensors(file)));
        } catch (RuntimeException problem) {
            file.close();
            throw problem;
        }
    }

    Path path() {
        return file.path();
    }

    /** By name, in the order of the file. */
    Map<String, TensorEntry> tensors() {
        return tensors;
    }

    /** Fills {@code floats} with one of its tensors, as {@link TensorFiles#readWeights} says. */
    void readWeights(TensorEntry tensor, MemorySegment floats) {
        if (!tensor.type().holdsWeights()) {
            throw new CheckpointException(path() + ": tensor '" + tensor.name() + "' has type " + tensor.type()
                    + ", but weights are read from F32, F16 and BF16: convert the model to one of them");
        }
        file.reading(() -> FloatTypes.widen(tensor.type(), tensor.bytes(), floats));
    }

    private static Map<String, TensorEntry> tensors(MappedFile file) {
        byte[] header = header(file);
        MemorySegment data = file.bytes().asSlice(Long.BYTES + header.length);
        Map<String, TensorEntry> tensors = new LinkedHashMap<>();
        for (TensorPlace place : SafetensorsHeader.read(file.path().toString(), header, data.byteSize())) {
            MemorySegment bytes = data.asSlice(place.begin(), place.end() - place.begin());
            tensors.put(place.name(), new TensorEntry(place.name(), place.type(), place.shape(), bytes));
        }
        return tensors;
    }

    private static byte[] header(MappedFile file) {
        long room = file.bytes().byteSize() - Long.BYTES;
        if (room < 0) {
            throw new CheckpointException(file.path() + " has " + file.bytes().byteSize()
                    + " bytes: a safetensors file has 8 at least, fetch it again");
        }
        long length = ByteBuffer.wrap(file.copy(0, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        requireLength(file.path(), length, room);
        return file.copy(Long.BYTES, (int) length);
    }

    private static void requireLength(Path path, long length, long room) {
        if (length < 0 || length > room || length > MOST_HEADER_BYTES) {
            throw new CheckpointException(path + " claims a header of " + Long.toUnsignedString(length) + " bytes, of "
                    + room + " that follow: up to " + MOST_HEADER_BYTES + " are read. Is it a safetensors file?");
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
