package org.dramatis.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomModelTest {
    @ParameterizedTest
    @EnumSource
    void aTokenDoesNotSeeWhatFollows(Shapes shape) {
        try (RandomModel model = new RandomModel(shape.architecture(), 1);
                Scope _ = Scope.ofInference()) {
            List<Float> before = logits(model, Tokens.of(1, 20, 7, 3, 200, 9, 14));
            List<Float> after = logits(model, Tokens.of(1, 20, 7, 3, 200, 9, 14, 90, 5));
            assertThat(before).isNotEmpty();
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).isCloseTo(before.get(i), within(1e-5f));
            }
        }
    }

    private static List<Float> logits(RandomModel model, Tokens text) {
        PackedBatch batch = new PackedBatch(
                List.of(new PackedBatch.Group(Optional.empty(), List.of(new PackedBatch.Row(text, 0)))), false);
        Tensor logits = model.transformer().logits(model.transformer().residual(batch, Hooks.NONE));
        List<Float> cells = new ArrayList<>();
        for (float cell : Tensors.floats(logits)) {
            cells.add(cell);
        }
        return cells;
    }
}
