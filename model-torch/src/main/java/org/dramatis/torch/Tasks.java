package org.dramatis.torch;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Who calculates several things that do not depend on each other. */
public interface Tasks {
    /** The thread that asks. */
    Tasks HERE = new Tasks() {
        @Override
        public <T> List<T> map(int tasks, IntFunction<T> task) {
            return IntStream.range(0, tasks).mapToObj(task).toList();
        }
    };

    /** The results of {@code task} for 0, 1, ..., in that order, whoever did which. */
    <T> List<T> map(int tasks, IntFunction<T> task);
}
