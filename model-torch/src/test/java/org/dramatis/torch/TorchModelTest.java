package org.dramatis.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.model.inspect.Change.Add;
import org.dramatis.model.inspect.Change.Where;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score.Scored;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

class TorchModelTest {
    private static final Path LLAMA = Path.of("src/test/resources/families/llama");
    private static final Passage PASSAGE = new Passage(Tokens.of(1, 20, 7), Tokens.of(9, 90, 4));

    @Test
    void aChangedModelScoresAsItsGradientSays() {
        Site site = Site.after(0);
        try (TorchModel model = TorchModel.open(LLAMA, 2)) {
            Direction gradient =
                    Objects.requireNonNull(model.gradients(List.of(PASSAGE), Set.of(site), Where.EVERYWHERE)
                            .getFirst()
                            .get(site));
            double step = 1e-2 / gradient.length();
            TorchModel changed = model.changed(List.of(new Add(site, gradient.times(step), Where.EVERYWHERE)));

            // A step along the gradient gains its length times that of the step, but for the curvature.
            double gain = total(changed) - total(model);
            assertThat(gain).isCloseTo(1e-2 * gradient.length(), within(0.02 * 1e-2 * gradient.length()));
        }
    }

    @Test
    void changesOfAChangedModelAddUp() {
        Site site = Site.before(1);
        try (TorchModel model = TorchModel.open(LLAMA, 1)) {
            float[] ones = new float[model.width()];
            Arrays.fill(ones, 1);
            Direction one = Direction.of(ones);
            TorchModel twice = model.changed(List.of(new Add(site, one, Where.REPLY)))
                    .changed(List.of(new Add(site, one, Where.REPLY)));

            assertThat(total(twice))
                    .isCloseTo(total(model.changed(List.of(new Add(site, one.times(2), Where.REPLY)))), within(1e-5))
                    .isNotCloseTo(total(model), within(1e-3));
        }
    }

    @Test
    void withoutATokenizerTokensAreStillScored() {
        try (TorchModel model = TorchModel.open(LLAMA, 1)) {
            assertThat(total(model)).isNegative();
            assertThatThrownBy(model::tokenizer)
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("no tokenizer.json");
        }
    }

    @Test
    void aFolderThatIsNoneIsNamed() {
        assertThatThrownBy(() -> TorchModel.open(Path.of("nowhere"), 1))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("nowhere");
    }

    private static double total(TorchModel model) {
        return ((Scored) model.score(List.of(PASSAGE)).getFirst()).total();
    }
}
