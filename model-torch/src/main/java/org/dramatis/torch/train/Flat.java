package org.dramatis.torch.train;

import java.lang.foreign.MemorySegment;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.torch.network.Tensors;

/** Single-precision numbers in one piece of native memory, all of them zero at first. It lives until it is closed. */
final class Flat implements AutoCloseable {
    private final Tensor numbers;
    private final long size;

    Flat(long size) {
        this.numbers = torch.zeros(size);
        this.size = size;
    }

    long size() {
        return size;
    }

    /** A view of some of the numbers, in the scope of the caller. */
    Tensor part(long offset, long count) {
        return numbers.narrow(0, offset, count);
    }

    /** A view as a tensor that is trained, in the scope of the caller. */
    Tensor part(Layout.Place place) {
        return part(place.offset(), place.size())
                .view(place.shape().stream().mapToLong(Long::longValue).toArray());
    }

    void clear() {
        numbers.zero_();
    }

    /** The same memory; valid until this is closed. */
    MemorySegment bytes() {
        return Tensors.memory(numbers);
    }

    MemorySegment bytes(Layout.Place place) {
        return bytes().asSlice(place.offset() * Float.BYTES, place.size() * Float.BYTES);
    }

    @Override
    public void close() {
        numbers.close();
    }
}
