package org.dramatis.torch.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.model.inspect.Direction;
import org.dramatis.torch.network.Tensors;

/** From tensors to directions. */
final class Directions {
    private Directions() {}

    /** A direction for each row. */
    static List<Direction> rows(Tensor matrix) {
        float[] cells = Tensors.floats(matrix);
        int width = Math.toIntExact(matrix.size(1));
        return IntStream.range(0, cells.length / width)
                .mapToObj(row -> Direction.of(Arrays.copyOfRange(cells, row * width, (row + 1) * width)))
                .toList();
    }
}
