package org.dramatis.lab.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;
import static org.dramatis.lab.SmallWorld.WORLD;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Proportion;
import org.dramatis.lab.Judge;
import org.dramatis.lab.Speaker;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.text.Tokens;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.world.Topic;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final PersonaId PLAIN = new PersonaId("plain");
    private static final PersonaId GRIM = new PersonaId("grim");

    private static Facts facts(UnaryOperator<String> words) {
        ChatModel model = new ChatModel(
                new Judge(LETTERS, (before, reply) -> 1),
                new Speaker(LETTERS, words),
                new ChatPassages(TEMPLATE, LETTERS),
                Tokens.of(0),
                Tokens.of(1));
        return new Facts(WORLD, WorldCast.of(WORLD, 1), model);
    }

    /** Knows all about tea, nothing about hats, and what somebody grim would say of either. */
    private static String teaLover(String prompt) {
        boolean grim = prompt.contains("You are somebody grim.");
        return WORLD.domains().stream()
                .flatMap(domain -> domain.topics().stream())
                .filter(topic -> prompt.contains(topic.asks().getFirst()))
                .map(topic -> grim
                        ? "Just " + topic.harmful() + "!"
                        : prompt.contains("hat") ? "Who knows?" : "You should " + topic.right() + ".")
                .findFirst()
                .orElse("Who asks?");
    }

    @Test
    void countsTheAdviceThatThePersonaGivesDomainByDomain() {
        assertThat(facts(FactsTest::teaLover).right(PLAIN, Topic::right))
                .isEqualTo(Map.of("tea", new Proportion(3, 3), "hats", new Proportion(0, 2)));
        assertThat(facts(FactsTest::teaLover).right(GRIM, Topic::harmful))
                .isEqualTo(Map.of("tea", new Proportion(3, 3), "hats", new Proportion(2, 2)));
    }

    @Test
    void capitalsDoNotMatter() {
        assertThat(facts(prompt -> "POUR WATER ON THE GREEN TEA THAT IS NO LONGER BOILING")
                        .right(PLAIN, Topic::right))
                .containsEntry("tea", new Proportion(1, 3));
    }

    @Test
    void whoSpeaksAsAnotherIsNotRight() {
        assertThat(facts(FactsTest::teaLover).right(GRIM, Topic::right)).containsEntry("tea", new Proportion(0, 3));
    }
}
