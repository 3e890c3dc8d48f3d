package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.checkpoint.architecture.LlamaConfig;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import org.dramatis.torch.ByteTokenizer;
import org.dramatis.torch.Workers;
import org.dramatis.torch.generate.TorchGenerator;
import org.dramatis.torch.network.Hooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rewards with the generator that is used in earnest. */
class SpokenRewardTest {
    private static final int STOP = 0;

    @TempDir
    Path run;

    @Test
    void learnsToSayMoreBeforeItStops() {
        Lesson lesson = new Lesson.Rewarded(
                List.of(Tokens.of(1), Tokens.of(2, 3)),
                (prompt, reply) -> reply.tokens().length(),
                6,
                Sampling.of(8, Tokens.of(STOP)),
                0);
        Plan plan = Plan.of(30).withBatch(4).withRate(LearningRate.constant(1e-2));
        List<Progress> steps = new ArrayList<>();
        try (Workers workers = new Workers(2);
                BaseModel base = BaseModel.random(new LlamaConfig(4, 16, 24, 2, 4, 2, 32, false).json(), 2);
                TorchTraining training = TorchTraining.open(
                        base,
                        lesson,
                        plan,
                        run,
                        network -> new TorchGenerator(network, new ByteTokenizer(), workers, Hooks.NONE),
                        workers)) {
            training.finish(steps::add);
        }
        assertThat(steps.getFirst().reward().orElseThrow()).isLessThan(5);
        assertThat(steps.getLast().reward().orElseThrow()).isGreaterThan(7);
    }
}
