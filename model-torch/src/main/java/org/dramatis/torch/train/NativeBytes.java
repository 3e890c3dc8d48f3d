package org.dramatis.torch.train;

import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;

/** The memory of tensors. */
final class NativeBytes {
    private NativeBytes() {}

    /** The memory of a contiguous single-precision tensor; valid as long as it lives. */
    @SuppressWarnings("restricted")
    static MemorySegment of(Tensor tensor) {
        try (Pointer start = tensor.data_ptr()) {
            return MemorySegment.ofAddress(start.address()).reinterpret(tensor.numel() * Float.BYTES);
        }
    }
}
