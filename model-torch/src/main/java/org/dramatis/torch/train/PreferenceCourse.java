package org.dramatis.torch.train;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.train.Lesson.Preferences;
import org.dramatis.model.train.Order;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Preference;

/** Pairs in the order of the seed. What the model at the start says of them is asked once. */
final class PreferenceCourse implements Course {
    private final Preferences lesson;
    private final Plan plan;
    private final Order order;
    private final List<Double> references;

    PreferenceCourse(Preferences lesson, Plan plan, ReplyScores start) {
        this.lesson = lesson;
        this.plan = plan;
        this.order = new Order(lesson.size(), plan.seed());
        this.references = references(lesson, start);
    }

    private static List<Double> references(Preferences lesson, ReplyScores start) {
        List<LogVector> chosen =
                start.of(lesson.pairs().stream().map(PreferenceCourse::chosen).toList());
        List<LogVector> rejected =
                start.of(lesson.pairs().stream().map(PreferenceCourse::rejected).toList());
        return IntStream.range(0, lesson.size())
                .mapToObj(i -> ReplyScores.sum(chosen.get(i)) - ReplyScores.sum(rejected.get(i)))
                .toList();
    }

    private static Text chosen(Preference pair) {
        return new Text(pair.prompt(), pair.chosen());
    }

    private static Text rejected(Preference pair) {
        return new Text(pair.prompt(), pair.rejected());
    }

    @Override
    public Lot lot(int step) {
        return new Lot(
                order.batch(step, plan.batch()).stream().map(this::example).toList(), OptionalDouble.empty());
    }

    private Example example(int place) {
        Preference pair = lesson.pairs().get(place);
        return new Preferred(chosen(pair), rejected(pair), references.get(place), lesson.beta(), 1.0 / plan.batch());
    }

    @Override
    public Note note() {
        return Note.ACCURACY;
    }
}
