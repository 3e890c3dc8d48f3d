package org.dramatis.checkpoint.tensors;

import java.util.List;

/**
 * Where a file keeps a tensor.
 *
 * @param begin the first byte, counted from the end of the header
 * @param end the byte after the last
 */
record TensorPlace(String name, DataType type, List<Long> shape, long begin, long end) {
    TensorPlace {
        shape = List.copyOf(shape);
    }
}
