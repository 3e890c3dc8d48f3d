package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.dramatis.checkpoint.architecture.LlamaConfig;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.AdamW;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Lesson.Rewarded;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import org.dramatis.model.train.Reward;
import org.dramatis.model.train.Trained;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RewardTrainingTest {
    private static final JsonNode CONFIG = new LlamaConfig(4, 8, 12, 1, 2, 2, 8, false).json();
    private static final Tokens PROMPT = Tokens.of(2);
    private static final Sampling SAMPLING = Sampling.of(2, Tokens.NONE);
    private static final Reward REWARD =
            (prompt, reply) -> reply.tokens().at(0) - 2 * reply.tokens().at(1);

    @TempDir
    Path folder;

    /**
     * With groups of two the expected gradient is known: reply i is pushed by its mean advantage over all j it may be compared
     * with. The mean of 40 gradients of 50 groups each lies within 5 of its standard errors, and these are small.
     */
    @Test
    void theGradientIsOnAverageThatOfAllRepliesEnumerated() {
        Rewarded lesson = new Rewarded(List.of(PROMPT), REWARD, 2, SAMPLING, 0);
        try (Workers workers = new Workers(2);
                BaseModel base = BaseModel.random(CONFIG, 5);
                Learner learner = new Learner(base, new Trained.Everything(), AdamW.USUAL, 0, workers)) {
            spread(learner);
            DrawnByEnumeration voice = new DrawnByEnumeration(learner.transformer());
            ReplyScores start = new ReplyScores(new Reading(learner.transformer()), workers, 4096);
            Course course = new RewardCourse(lesson, Plan.of(40).withBatch(50), voice, start);
            float[] exact = gradient(learner, enumerated(voice));
            double squared = dot(exact, exact);
            double sum = 0;
            double squares = 0;
            for (int step = 0; step < 40; step++) {
                double share = dot(gradient(learner, course.lot(step).examples()), exact) / squared;
                sum += share;
                squares += share * share;
            }
            double mean = sum / 40;
            double error = Math.sqrt((squares / 40 - mean * mean) / 39);
            assertThat(error).isLessThan(.05);
            assertThat(mean).isCloseTo(1, within(5 * error));
        }
    }

    /** Away from the uniform distribution that random weights give. */
    private static void spread(Learner learner) {
        try (Scope _ = Scope.ofInference()) {
            learner.values().part(0, learner.layout().decaying()).mul_(new Scalar(15.0));
        }
    }

    private static List<Example> enumerated(DrawnByEnumeration voice) {
        List<Text> all = voice.all(PROMPT);
        double[] logs = new Reading(voice.network()).logs(all);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            double advantage = 0;
            for (int j = 0; j < all.size(); j++) {
                double[] pair = {reward(all.get(i)), reward(all.get(j))};
                advantage += Math.exp(logs[2 * j] + logs[2 * j + 1]) * Advantages.of(pair, 2)[0];
            }
            // Two replies of two tokens each make a group, so that the mean over tokens is half the mean over replies.
            examples.add(new Imitated(all.get(i), advantage * Math.exp(logs[2 * i] + logs[2 * i + 1]) / 2));
        }
        return examples;
    }

    private static double reward(Text text) {
        return text.reply().at(0) - 2 * text.reply().at(1);
    }

    private static float[] gradient(Learner learner, List<Example> examples) {
        learner.learn(examples, 4096);
        learner.gradientNorm();
        try (Scope _ = Scope.ofInference()) {
            float[] gradient =
                    Tensors.floats(learner.gradient().part(0, learner.layout().size()));
            learner.gradient().clear();
            return gradient;
        }
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    @Test
    void learnsWhatIsRewarded() {
        List<Progress> steps = train(0, "plain");
        assertThat(steps.getFirst().reward().orElseThrow()).isLessThan(0);
        assertThat(steps.getLast().reward().orElseThrow()).isGreaterThan(2.7);
        assertThat(steps.getLast().divergence()).isEmpty();
    }

    @Test
    void staysNearTheStartWhereThatIsAskedFor() {
        List<Progress> steps = train(1, "near");
        assertThat(steps.getFirst().divergence().orElseThrow()).isCloseTo(0, within(1e-6));
        assertThat(steps.getLast().divergence().orElseThrow()).isBetween(1e-3, 1.0);
        assertThat(steps.getLast().reward().orElseThrow()).isLessThan(2.5);
    }

    @Test
    void goesOnWhereItStoppedToTheLastBit() {
        Plan plan = plan();
        try (Workers workers = new Workers(2);
                BaseModel base = BaseModel.random(CONFIG, 5)) {
            try (TorchTraining training = open(base, plan, .1, folder.resolve("stopped"), workers)) {
                while (training.step() < 7) {
                    training.advance();
                }
                training.save();
            }
            try (TorchTraining resumed = open(base, plan, .1, folder.resolve("stopped"), workers);
                    TorchTraining whole = open(base, plan, .1, folder.resolve("whole"), workers)) {
                resumed.finish(progress -> {});
                whole.finish(progress -> {});
                assertThat(resumed.losses()).isEqualTo(whole.losses());
            }
        }
    }

    @Test
    void refusesARewardThatIsNoNumber() {
        Rewarded lesson = new Rewarded(List.of(PROMPT), (prompt, reply) -> Double.NaN, 2, SAMPLING, 0);
        try (Workers workers = new Workers(1);
                BaseModel base = BaseModel.random(CONFIG, 5);
                TorchTraining training =
                        TorchTraining.open(base, lesson, plan(), folder, DrawnByEnumeration::new, workers)) {
            assertThatThrownBy(training::advance).hasMessageContaining("the reward of a reply is NaN");
        }
    }

    private List<Progress> train(double divergence, String run) {
        List<Progress> steps = new ArrayList<>();
        try (Workers workers = new Workers(2);
                BaseModel base = BaseModel.random(CONFIG, 5);
                TorchTraining training = open(base, plan(), divergence, folder.resolve(run), workers)) {
            training.finish(steps::add);
        }
        return steps;
    }

    private static Plan plan() {
        return Plan.of(50).withBatch(2).withRate(LearningRate.constant(2e-2));
    }

    private static TorchTraining open(BaseModel base, Plan plan, double divergence, Path run, Workers workers) {
        Rewarded lesson = new Rewarded(List.of(PROMPT), REWARD, 8, SAMPLING, divergence);
        return TorchTraining.open(base, lesson, plan, run, DrawnByEnumeration::new, workers);
    }
}
