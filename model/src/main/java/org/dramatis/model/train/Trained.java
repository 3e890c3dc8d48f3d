package org.dramatis.model.train;

import java.util.List;

/** Which numbers are learnt. */
public sealed interface Trained {
    /** All weights of the model. */
    record Everything() implements Trained {}

    /**
     * A change of low rank beside each of some projections (LoRA, Hu et al. 2021), {@code x W' + (alpha / rank) x A' B'}.
     *
     * @param targets the last parts of the modules' names, {@code q_proj} say; all linear maps inside the layers where empty
     */
    record Adapter(int rank, double alpha, List<String> targets) implements Trained {
        public Adapter {
            targets = targets.stream().sorted().distinct().toList();
            Checks.require(rank >= 1, "the rank of an adapter", rank, "at least 1");
            Checks.requireAbove(0, "alpha", alpha);
        }

        /** Beside all linear maps, with alpha twice the rank. */
        public static Adapter ofRank(int rank) {
            return new Adapter(rank, 2.0 * rank, List.of());
        }

        public double scale() {
            return alpha / rank;
        }
    }
}
