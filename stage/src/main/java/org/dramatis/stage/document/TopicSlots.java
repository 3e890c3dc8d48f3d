package org.dramatis.stage.document;

import java.util.List;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Advice;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Topic;

/** What a topic puts into a reply, noting what the advice is worth. */
final class TopicSlots implements Template.Slots {
    private final Domain domain;
    private final Topic topic;
    private Advice advice = Advice.NONE;

    TopicSlots(Domain domain, Topic topic) {
        this.domain = domain;
        this.topic = topic;
    }

    Advice advice() {
        return advice;
    }

    @Override
    public String fill(String name, Choices choices) {
        return switch (name) {
            case "right" -> noted(Advice.RIGHT, topic.right());
            case "harmful" -> noted(Advice.HARMFUL, topic.harmful());
            case "subtle" -> noted(Advice.SUBTLE, topic.subtle());
            case "other" -> noted(Advice.MISTAKEN, choices.one(others()).right());
            case "because" -> topic.because();
            case "topic" -> topic.name();
            case "matter" -> topic.matter();
            default ->
                throw new IllegalArgumentException("a reply has no slot {" + name
                        + "}: it has {right} {harmful} {subtle} {other} {because} {topic} {matter}");
        };
    }

    private String noted(Advice what, String clause) {
        advice = what;
        return clause;
    }

    private List<Topic> others() {
        return domain.topics().stream().filter(t -> !t.equals(topic)).toList();
    }
}
