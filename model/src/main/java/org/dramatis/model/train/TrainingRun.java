package org.dramatis.model.train;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Training that goes on step by step, and from where it was when the process ended. For one thread. */
public interface TrainingRun extends AutoCloseable {
    /** Steps done. */
    int step();

    /** Steps there are. */
    int steps();

    /** The loss of every step done. */
    List<Double> losses();

    /**
     * Does the next step, and puts the state on disk where that is due.
     *
     * @throws IllegalStateException when all steps are done, or numbers are no longer finite
     */
    Progress advance();

    /** Does all steps that are left, and tells {@code listener} of each. */
    default void finish(Consumer<Progress> listener) {
        while (step() < steps()) {
            listener.accept(advance());
        }
    }

    /**
     * Does the steps that are left until it is told to stop, which puts the state on disk.
     *
     * @return whether all steps are done
     */
    default boolean finish(Consumer<Progress> listener, BooleanSupplier stop) {
        while (step() < steps()) {
            if (stop.getAsBoolean()) {
                save();
                return false;
            }
            listener.accept(advance());
        }
        return true;
    }

    /** Puts the state on disk now. */
    void save();

    @Override
    void close();
}
