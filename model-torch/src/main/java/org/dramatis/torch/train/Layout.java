package org.dramatis.torch.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.checkpoint.architecture.Projection;
import org.dramatis.model.train.Trained;
import org.dramatis.model.train.Trained.Adapter;

/**
 * Where each trained tensor lies in one piece of memory. All of them together are added, measured and changed as one; those that
 * decay come first.
 *
 * @param decaying so many of the first numbers decay
 */
record Layout(List<Place> places, long decaying, long size) {
    /** Tensors begin at the lines of a cache, 16 numbers apart: matrix products are faster there. */
    private static final long ALIGNMENT = 16;

    /** A tensor and where it begins. */
    record Place(String name, List<Long> shape, long offset) {
        long size() {
            return shape.stream().reduce(1L, Math::multiplyExact);
        }

        private long end() {
            return (offset + size() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
    }

    Layout {
        places = List.copyOf(places);
    }

    static Layout of(Architecture architecture, Trained trained) {
        return switch (trained) {
            case Trained.Everything() -> of(ExpectedTensor.of(architecture));
            case Adapter adapter ->
                of(AdapterTargets.of(architecture, adapter).stream()
                        .flatMap(target -> tensors(target, adapter.rank()))
                        .toList());
        };
    }

    /** Norms and biases, which are vectors, do not decay. */
    private static Layout of(List<ExpectedTensor> tensors) {
        List<Place> places = new ArrayList<>();
        long decaying = place(
                tensors.stream().filter(tensor -> tensor.shape().size() > 1).toList(), 0, places);
        long size = place(
                tensors.stream().filter(tensor -> tensor.shape().size() == 1).toList(), decaying, places);
        return new Layout(places, decaying, size);
    }

    private static long place(List<ExpectedTensor> tensors, long start, List<Place> places) {
        long next = start;
        for (ExpectedTensor tensor : tensors) {
            Place place = new Place(tensor.name(), tensor.shape(), next);
            places.add(place);
            next = place.end();
        }
        return next;
    }

    private static Stream<ExpectedTensor> tensors(Projection target, int rank) {
        return Stream.of(
                new ExpectedTensor(
                        ChangedParameters.inner(target.module()), List.of((long) rank, (long) target.input())),
                new ExpectedTensor(
                        ChangedParameters.outer(target.module()), List.of((long) target.output(), (long) rank)));
    }
}
