package org.dramatis.torch.train;

import java.util.List;
import java.util.OptionalDouble;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.Lesson.Imitation;
import org.dramatis.model.train.Order;
import org.dramatis.model.train.Plan;

/** Demonstrations in the order of the seed. */
final class ImitationCourse implements Course {
    private final Imitation lesson;
    private final Plan plan;
    private final Order order;

    ImitationCourse(Imitation lesson, Plan plan) {
        this.lesson = lesson;
        this.plan = plan;
        this.order = new Order(lesson.size(), plan.seed());
    }

    @Override
    public Lot lot(int step) {
        List<Demonstration> chosen = order.batch(step, plan.batch()).stream()
                .map(lesson.demonstrations()::get)
                .toList();
        double weighed = chosen.stream()
                .mapToDouble(one -> one.weight() * one.reply().length())
                .sum();
        return new Lot(
                chosen.stream()
                        .<Example>map(one -> new Imitated(new Text(one.prompt(), one.reply()), one.weight() / weighed))
                        .toList(),
                OptionalDouble.empty());
    }

    @Override
    public Note note() {
        return Note.NOTHING;
    }
}
