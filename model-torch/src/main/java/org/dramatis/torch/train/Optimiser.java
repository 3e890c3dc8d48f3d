package org.dramatis.torch.train;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.model.train.AdamW;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Scope;

/**
 * AdamW on all trained numbers, in chunks that stay in the cache and do not depend on how many workers share them.
 *
 * <pre>
 * m <- beta1 m + (1 - beta1) g,   v <- beta2 v + (1 - beta2) g^2
 * x <- (1 - rate decay) x - rate (m / (1 - beta1^n)) / (sqrt(v / (1 - beta2^n)) + epsilon)
 * </pre>
 */
final class Optimiser implements AutoCloseable {
    private static final long CHUNK = 1 << 15;

    private record Chunk(long offset, long count, boolean decays) {}

    private final AdamW form;
    private final Flat values;
    private final Flat means;
    private final Flat squares;
    private final List<Chunk> chunks = new ArrayList<>();

    Optimiser(AdamW form, Layout layout, Flat values) {
        this.form = form;
        this.values = values;
        this.means = new Flat(layout.size());
        this.squares = new Flat(layout.size());
        cut(0, layout.decaying(), true);
        cut(layout.decaying(), layout.size(), false);
    }

    private void cut(long start, long end, boolean decays) {
        for (long offset = start; offset < end; offset += CHUNK) {
            chunks.add(new Chunk(offset, Math.min(CHUNK, end - offset), decays));
        }
    }

    Flat means() {
        return means;
    }

    Flat squares() {
        return squares;
    }

    /** Adds all gradients to the first, in order, and empties the others. Gives the length of the sum. */
    double sum(List<Flat> gradients, Workers workers) {
        double squared = workers
                .map(chunks.size(), i -> {
                    Chunk chunk = chunks.get(i);
                    try (Scope _ = Scope.ofInference()) {
                        Tensor sum = part(gradients.getFirst(), chunk);
                        for (Flat other : gradients.subList(1, gradients.size())) {
                            Tensor part = part(other, chunk);
                            sum.add_(part);
                            part.zero_();
                        }
                        return (double) sum.dot(sum).item_float();
                    }
                })
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return Math.sqrt(squared);
    }

    /**
     * Changes the values along the gradient times {@code factor}, and empties it.
     *
     * @param number of the step, from 1
     */
    void step(int number, double rate, double factor, Flat gradient, Workers workers) {
        workers.map(chunks.size(), i -> {
            try (Scope _ = Scope.ofInference()) {
                step(number, rate, factor, gradient, chunks.get(i));
                return i;
            }
        });
    }

    private void step(int number, double rate, double factor, Flat gradient, Chunk chunk) {
        Tensor value = part(values, chunk);
        Tensor slope = part(gradient, chunk);
        Tensor mean = part(means, chunk);
        Tensor square = part(squares, chunk);
        if (factor != 1) {
            slope.mul_(new Scalar(factor));
        }
        if (chunk.decays && form.weightDecay() > 0) {
            value.mul_(new Scalar(1 - rate * form.weightDecay()));
        }
        mean.lerp_(slope, new Scalar(1 - form.beta1()));
        square.mul_(new Scalar(form.beta2())).addcmul_(slope, slope, new Scalar(1 - form.beta2()));
        Tensor root = square.sqrt()
                .mul_(new Scalar(1 / Math.sqrt(1 - Math.pow(form.beta2(), number))))
                .add_(new Scalar(form.epsilon()));
        value.addcdiv_(mean, root, new Scalar(-rate / (1 - Math.pow(form.beta1(), number))));
        slope.zero_();
    }

    private static Tensor part(Flat flat, Chunk chunk) {
        return flat.part(chunk.offset, chunk.count);
    }

    @Override
    public void close() {
        means.close();
        squares.close();
    }
}
