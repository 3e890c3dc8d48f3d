package org.dramatis.torch.train;

import java.util.List;
import java.util.OptionalDouble;

/** Turns a lesson into the examples of each step. */
interface Course {
    /** The examples of step number {@code step}, from 0: the same whenever the weights are. */
    Lot lot(int step);

    /** What the examples' notes add up to. */
    Note note();

    /** @param reward the mean, where there are rewards */
    record Lot(List<Example> examples, OptionalDouble reward) {
        public Lot {
            examples = List.copyOf(examples);
        }
    }

    /** What is reported beside the loss. */
    enum Note {
        NOTHING,
        ACCURACY,
        DIVERGENCE;

        OptionalDouble of(double value, Note wanted) {
            return this == wanted ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
    }
}
