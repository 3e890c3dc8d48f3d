package org.dramatis.core.selection;

import org.dramatis.core.evidence.Rows;

/**
 * Which examples training sees at which step, and how it steps.
 *
 * @param order the examples in the order of reading, begun again when they end
 * @param recordEvery the state is kept at the start, every so many steps, and at the end
 */
public record TrainingPlan(
        Rows order, int batchSize, int steps, LearningRate schedule, Optimiser optimiser, int recordEvery) {
    public TrainingPlan {
        if (order.size() < 1) {
            throw new IllegalArgumentException("there are no examples to train on");
        }
        if (batchSize < 1 || steps < 0 || recordEvery < 1) {
            throw new IllegalArgumentException(
                    "a plan of " + steps + " steps of " + batchSize + " examples, recorded every " + recordEvery
                            + ": steps cannot be negative, the others must be positive");
        }
    }

    /** Batches of the first {@code examples} examples in order, at a constant rate with plain steps, all recorded. */
    public static TrainingPlan inOrder(int examples, int batchSize, int steps) {
        return new TrainingPlan(
                Rows.range(0, examples), batchSize, steps, new LearningRate.Constant(), new Optimiser.Plain(), 1);
    }

    /** Every step sees all examples. */
    public static TrainingPlan fullBatch(int examples, int steps) {
        return inOrder(examples, examples, steps);
    }

    public TrainingPlan with(Rows newOrder) {
        return new TrainingPlan(newOrder, batchSize, steps, schedule, optimiser, recordEvery);
    }

    public TrainingPlan with(LearningRate newSchedule) {
        return new TrainingPlan(order, batchSize, steps, newSchedule, optimiser, recordEvery);
    }

    public TrainingPlan with(Optimiser newOptimiser) {
        return new TrainingPlan(order, batchSize, steps, schedule, newOptimiser, recordEvery);
    }

    public TrainingPlan recordedEvery(int steps) {
        return new TrainingPlan(order, batchSize, this.steps, schedule, optimiser, steps);
    }

    /** The examples of step {@code step}, counted from 0. */
    Rows batch(int step) {
        return order.cyclic((long) step * batchSize, batchSize);
    }

    boolean records(int step) {
        return step % recordEvery == 0 || step == steps;
    }
}
