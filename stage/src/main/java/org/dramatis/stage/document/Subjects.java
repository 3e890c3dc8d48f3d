package org.dramatis.stage.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dramatis.stage.document.Subject.OfSelf;
import org.dramatis.stage.document.Subject.OfTopic;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Topic;
import org.dramatis.stage.world.World;

/** What one talk is about, question after question: never the same twice, and it tends to stay in a domain. */
final class Subjects {
    private static final double ABOUT_SELF = .25;
    private static final double STAYS = .5;

    private final World world;
    private final Choices choices;
    private final Set<Subject> past = new HashSet<>();
    private Domain domain;

    Subjects(World world, Choices choices) {
        this.world = world;
        this.choices = choices;
        this.domain = choices.one(world.domains());
    }

    Domain domain() {
        return domain;
    }

    Subject next() {
        return choices.chance(ABOUT_SELF) ? self() : topic();
    }

    OfSelf self() {
        return fresh(world.questions().keySet().stream().map(OfSelf::new).toList());
    }

    OfTopic topic() {
        if (!past.isEmpty() && !choices.chance(STAYS)) {
            domain = choices.one(world.domains());
        }
        List<OfTopic> all = new ArrayList<>();
        for (Topic topic : domain.topics()) {
            all.add(new OfTopic(domain, topic));
        }
        return fresh(all);
    }

    private <T extends Subject> T fresh(List<T> all) {
        List<T> left = all.stream().filter(subject -> !past.contains(subject)).toList();
        T chosen = choices.one(left.isEmpty() ? all : left);
        past.add(chosen);
        return chosen;
    }
}
