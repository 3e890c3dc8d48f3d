package org.dramatis.torch.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Saving;
import org.dramatis.torch.network.Parameters;

/** What a run began with, in words to compare and to show: it goes on only with the same. */
final class Beginning {
    private Beginning() {}

    static Map<String, String> of(Architecture architecture, Parameters weights, Lesson lesson, Plan plan) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("model", Fingerprint.of(architecture, weights));
        words.put("lesson", describe(lesson));
        words.put("examples", Fingerprint.of(lesson));
        words.put("plan", plan.withSaving(Saving.USUAL).toString());
        return words;
    }

    private static String describe(Lesson lesson) {
        return switch (lesson) {
            case Lesson.Imitation(var demonstrations) -> demonstrations.size() + " demonstrations";
            case Lesson.Preferences(var pairs, double beta) -> pairs.size() + " preferences, beta " + beta;
            case Lesson.Rewarded(var prompts, var _, int group, var sampling, double divergence) ->
                prompts.size() + " rewarded prompts, group " + group + ", divergence " + divergence + ", " + sampling;
        };
    }
}
