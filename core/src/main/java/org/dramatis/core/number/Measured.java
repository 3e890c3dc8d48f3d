package org.dramatis.core.number;

/**
 * The outcome of a measurement that can be impossible: what it gave, or the reason why it gave nothing.
 *
 * <pre>{@code
 * switch (new Ranking(forecasts).auroc()) {
 *     case Measured.Known<Double>(Double area) -> ...
 *     case Measured.Unmeasurable<Double>(String reason) -> ...
 * }
 * }</pre>
 */
public sealed interface Measured<T> {
    record Known<T>(T value) implements Measured<T> {}

    /** @param reason what is missing, with the value at fault */
    record Unmeasurable<T>(String reason) implements Measured<T> {
        public Unmeasurable {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("what cannot be measured needs a reason");
            }
        }
    }

    static <T> Measured<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Measured<T> unmeasurable(String reason) {
        return new Unmeasurable<>(reason);
    }

    /**
     * What was measured.
     *
     * @throws IllegalStateException with the reason when nothing was
     */
    default T orElseThrow() {
        return switch (this) {
            case Known<T>(T value) -> value;
            case Unmeasurable<T>(String reason) -> throw new IllegalStateException(reason);
        };
    }
}
