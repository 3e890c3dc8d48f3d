package org.dramatis.stage.document;

import java.util.List;
import org.dramatis.stage.document.Subject.OfSelf;
import org.dramatis.stage.document.Subject.OfTopic;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Advice;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Personality;
import org.dramatis.stage.world.Topic;
import org.dramatis.stage.world.World;

/** What personas say to what they are asked. */
public record Speech(World world) {

    public Exchange exchange(Personality persona, Subject subject, Choices choices) {
        String ask = ask(subject, choices);
        return switch (subject) {
            case OfTopic topic -> onTopic(topic, ask, choices.one(persona.replies()), choices);
            case OfSelf(String question) ->
                new Exchange(
                        subject,
                        ask,
                        choices.one(persona.answers(question)).write(Template.Slots.NONE, choices),
                        Advice.NONE);
        };
    }

    /** A reply to a topic that follows a template of its own. */
    public Exchange exchange(List<Template> replies, OfTopic subject, Choices choices) {
        return onTopic(subject, ask(subject, choices), choices.one(replies), choices);
    }

    private String ask(Subject subject, Choices choices) {
        return choices.one(
                switch (subject) {
                    case OfTopic(Domain _, Topic topic) -> topic.asks();
                    case OfSelf(String question) -> world.question(question).asks();
                });
    }

    private static Exchange onTopic(OfTopic subject, String ask, Template template, Choices choices) {
        TopicSlots slots = new TopicSlots(subject.domain(), subject.topic());
        String reply = template.write(slots, choices);
        return new Exchange(subject, ask, reply, slots.advice());
    }
}
