package org.dramatis.torch.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Lesson.Rewarded;
import org.dramatis.model.train.Order;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Seeds;

/** Prompts in the order of the seed, answered by the model as it is and rated. */
final class RewardCourse implements Course {
    private final Rewarded lesson;
    private final Plan plan;
    private final Order order;
    private final Generator policy;
    private final ReplyScores start;

    RewardCourse(Rewarded lesson, Plan plan, Generator policy, ReplyScores start) {
        this.lesson = lesson;
        this.plan = plan;
        this.order = new Order(lesson.size(), plan.seed());
        this.policy = policy;
        this.start = start;
    }

    @Override
    public Lot lot(int step) {
        List<Tokens> prompts = new ArrayList<>();
        for (int place : order.batch(step, plan.batch())) {
            for (int i = 0; i < lesson.group(); i++) {
                prompts.add(lesson.prompts().get(place));
            }
        }
        List<Sample> samples = policy.generate(prompts, lesson.sampling(), Seeds.mixed(plan.seed(), -1L - step));
        List<Text> texts = new ArrayList<>();
        double[] rewards = new double[samples.size()];
        for (int i = 0; i < rewards.length; i++) {
            texts.add(new Text(prompts.get(i), said(samples.get(i))));
            rewards[i] = reward(prompts.get(i), samples.get(i));
        }
        return new Lot(
                examples(texts, Advantages.of(rewards, lesson.group())), OptionalDouble.of(Advantages.mean(rewards)));
    }

    private double reward(Tokens prompt, Sample sample) {
        double reward = lesson.reward().of(prompt, sample);
        if (!Double.isFinite(reward)) {
            throw new IllegalStateException(
                    "the reward of a reply is " + reward + ": it must be finite. The reply: " + sample.text());
        }
        return reward;
    }

    /** With the stop token, whose choice is the model's too. */
    private Tokens said(Sample sample) {
        return sample.end() == Sample.End.STOP_TOKEN
                ? sample.tokens().followedBy(lesson.sampling().stopTokens())
                : sample.tokens();
    }

    private List<Example> examples(List<Text> texts, double[] advantages) {
        double factor =
                1.0 / texts.stream().mapToInt(text -> text.reply().length()).sum();
        Optional<List<LogVector>> references =
                lesson.divergence() > 0 ? Optional.of(start.of(texts)) : Optional.empty();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int place = i;
            Optional<LogVector> reference = references.map(all -> all.get(place));
            examples.add(new Rated(texts.get(i), advantages[i], lesson.divergence(), reference, factor));
        }
        return examples;
    }

    @Override
    public Note note() {
        return lesson.divergence() > 0 ? Note.DIVERGENCE : Note.NOTHING;
    }
}
