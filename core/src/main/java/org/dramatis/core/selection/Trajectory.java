package org.dramatis.core.selection;

import java.util.List;

/**
 * The states that training passes through, in order: the one before training first, the last one last.
 *
 * @param <S> {@code Weights} where the context plays no part, {@link Field} where it does
 */
public record Trajectory<S>(List<Checkpoint<S>> checkpoints) {
    /** The state after so many steps. */
    public record Checkpoint<S>(int step, S state) {}

    public Trajectory {
        checkpoints = List.copyOf(checkpoints);
        if (checkpoints.isEmpty()) {
            throw new IllegalArgumentException("a trajectory has at least the state before training");
        }
    }

    public S start() {
        return checkpoints.getFirst().state();
    }

    public S end() {
        return checkpoints.getLast().state();
    }

    /** The state after {@code step} steps, or the last one recorded before. */
    public S at(int step) {
        S state = start();
        for (Checkpoint<S> checkpoint : checkpoints) {
            if (checkpoint.step() > step) {
                break;
            }
            state = checkpoint.state();
        }
        return state;
    }
}
