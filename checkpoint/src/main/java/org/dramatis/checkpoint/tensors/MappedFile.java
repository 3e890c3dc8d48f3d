package org.dramatis.checkpoint.tensors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dramatis.checkpoint.CheckpointException;

/**
 * A file mapped into memory, for reading by any thread.
 *
 * <p>A file that is replaced stays as it was opened. One that another process cuts short in place leaves pages without bytes:
 * Java code that reads them gets an InternalError, if late, native code a fatal signal. So only Java code reads the pages, and
 * in {@link #reading}, which makes it an error that names the file.
 */
final class MappedFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final Arena arena;
    private final MemorySegment bytes;

    private MappedFile(Path path, FileChannel channel, Arena arena, MemorySegment bytes) {
        this.path = path;
        this.channel = channel;
        this.arena = arena;
        this.bytes = bytes;
    }

    static MappedFile open(Path path) {
        Arena arena = Arena.ofShared();
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
                return new MappedFile(path, channel, arena, bytes);
            } catch (IOException problem) {
                channel.close();
                throw problem;
            }
        } catch (IOException problem) {
            arena.close();
            throw new CheckpointException(path + " cannot be opened: " + problem.getMessage(), problem);
        }
    }

    Path path() {
        return path;
    }

    MemorySegment bytes() {
        return bytes;
    }

    /** @throws CheckpointException as {@link #reading} */
    byte[] copy(long first, int length) {
        byte[] copy = new byte[length];
        reading(() -> MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, first, copy, 0, length));
        return copy;
    }

    /**
     * Runs code that reads the bytes.
     *
     * @throws CheckpointException when the file has changed its size; what was read must then not be used
     */
    void reading(Runnable code) {
        try {
            code.run();
            // Asking for the size is also where a fault in compiled code is thrown at the latest.
            if (channel.size() != bytes.byteSize()) {
                throw new CheckpointException(path + " had " + bytes.byteSize() + " bytes when it was opened and has "
                        + channel.size() + " now: leave a model's files alone while they are in use");
            }
        } catch (InternalError fault) {
            throw new CheckpointException(path + " was cut short while it was read: fetch it again", fault);
        } catch (IOException problem) {
            throw new CheckpointException(path + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        arena.close();
        try {
            channel.close();
        } catch (IOException problem) {
            throw new CheckpointException(path + " cannot be closed: " + problem.getMessage(), problem);
        }
    }
}
