package org.dramatis.checkpoint.architecture;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** How far back the layers see. */
final class Windows {
    private static final String WINDOW = "sliding_window";

    private Windows() {}

    static IntFunction<OptionalInt> none() {
        return index -> OptionalInt.empty();
    }

    /** The same window in all layers, or none where the configuration says null. */
    static IntFunction<OptionalInt> everywhere(Fields config) {
        OptionalInt window = config.optionalWhole(WINDOW, 1, Sizes.LONGEST);
        return index -> window;
    }

    /** The window in those layers that slide. */
    static IntFunction<OptionalInt> sliding(Fields config, List<LayerType> types) {
        if (!types.contains(LayerType.SLIDING)) {
            return none();
        }
        OptionalInt window = OptionalInt.of(config.whole(WINDOW, 1, Sizes.LONGEST));
        return index -> types.get(index) == LayerType.SLIDING ? window : OptionalInt.empty();
    }
}
