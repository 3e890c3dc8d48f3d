package org.dramatis.torch.network;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Between Java's arrays and tensors; the tensors own their memory. */
public final class Tensors {
    private Tensors() {}

    public static Tensor of(float... values) {
        try (FloatPointer pointer = new FloatPointer(values)) {
            return torch.from_blob(pointer, new long[] {values.length}, new TensorOptions(ScalarType.Float))
                    .clone();
        }
    }

    public static Tensor of(long... values) {
        try (LongPointer pointer = new LongPointer(values)) {
            return torch.from_blob(pointer, new long[] {values.length}, new TensorOptions(ScalarType.Long))
                    .clone();
        }
    }

    /** The entries in row-major order. */
    public static float[] floats(Tensor tensor) {
        try (Scope _ = Scope.ofInference()) {
            Tensor plain = tensor.contiguous();
            float[] values = new float[Math.toIntExact(plain.numel())];
            new FloatPointer(plain.data_ptr_float()).get(values);
            return values;
        }
    }

    /**
     * Views of all of an axis, cut into pieces of these sizes, in the scope of the caller. Their gradients are joined in one copy;
     * those of one {@code narrow} a piece would be tensors of the full size, mostly zeros, to be added up.
     */
    static List<Tensor> parts(Tensor whole, int axis, long... sizes) {
        TensorVector parts = whole.split_with_sizes(sizes, axis);
        return List.of(parts.get());
    }

    /** The memory of a contiguous tensor, valid as long as the tensor is. */
    @SuppressWarnings("restricted") // longer than any buffer: the embedding of a large vocabulary exceeds 2 GB
    public static MemorySegment memory(Tensor tensor) {
        return MemorySegment.ofAddress(tensor.data_ptr().address()).reinterpret(tensor.nbytes());
    }
}
