package org.dramatis.torch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.network.PackedBatch.Row;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    @Test
    void everyTokenOfAReplyIsPredictedFromThePlaceBeforeIt() {
        Row first = new Row(Tokens.of(1, 2, 3, 40), 1);
        Row second = new Row(Tokens.of(5, 6), 0);
        try (Scope _ = Scope.ofInference()) {
            Predictions predictions =
                    new Predictions(List.of(first, second), List.of(Tokens.of(40, 41), Tokens.of(60)));

            assertThat(predictions.count()).isEqualTo(3);
            assertThat(numbers(predictions.places())).containsExactly(2, 3, 5);
            assertThat(numbers(predictions.targets())).containsExactly(40, 41, 60);
        }
    }

    private static float[] numbers(Tensor whole) {
        return Tensors.floats(whole.to(ScalarType.Float));
    }
}
