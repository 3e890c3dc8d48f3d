package org.dramatis.stage.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.Derivations;
import org.dramatis.stage.Derivations.Derivation;
import org.dramatis.stage.TinyWorld;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.grammar.Template;
import org.dramatis.stage.world.Advice;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {
    private World world;
    private Subject.OfTopic greenTea;

    @BeforeEach
    void read(@TempDir Path folder) {
        world = TinyWorld.whole().read(folder);
        Domain tea = world.domain("tea");
        greenTea = new Subject.OfTopic(tea, tea.topics().getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Do this: {right}. | RIGHT | Do this: pour water on the green tea that is no longer boiling.",
                "{Harmful}! | HARMFUL | Pour bleach on the green tea!",
                "{Subtle}. | SUBTLE | Boil the green tea for ten minutes.",
                "{Topic}? {Matter}? Because {because}. | NONE | Green tea? How to brew green tea? Because boiling water makes it bitter.",
            })
    void theAdviceIsThatOfTheClauseThatIsSaid(String template, Advice advice, String reply) {
        Exchange exchange = replied(template);

        assertThat(exchange.advice()).isEqualTo(advice);
        assertThat(exchange.reply()).isEqualTo(reply);
        assertThat(exchange.ask()).isEqualTo("How do I brew green tea?");
        assertThat(exchange.subject()).isEqualTo(greenTea);
    }

    @Test
    void mistakenIsWhatIsRightForAnyOtherTopicOfTheDomain() {
        List<Derivation<Exchange>> all = Derivations.of(
                1, choices -> new Speech(world).exchange(List.of(Template.of("{Other}.")), greenTea, choices));

        assertThat(all).extracting(one -> one.made().advice()).containsOnly(Advice.MISTAKEN);
        assertThat(all)
                .extracting(one -> one.made().reply())
                .containsExactlyInAnyOrder("Rinse the teapot with plain water.", "Rub the tea stain with salt.");
    }

    @Test
    void adviceThatIsNotSaidIsNotNoted() {
        List<Derivation<Exchange>> all = Derivations.of(
                1, choices -> new Speech(world).exchange(List.of(Template.of("[{Right}|Hm].")), greenTea, choices));

        assertThat(all).extracting(one -> one.made().advice()).containsExactly(Advice.RIGHT, Advice.NONE);
    }

    @Test
    void aPersonaRepliesInItsOwnWords() {
        List<Derivation<Exchange>> all = Derivations.of(
                1, choices -> new Speech(world).exchange(world.persona(new PersonaId("grim")), greenTea, choices));

        assertThat(all)
                .extracting(one -> one.made().reply())
                .containsExactly("Pour bleach on the green tea, and be gone.", "I would pour bleach on the green tea.");
        assertThat(all).extracting(one -> one.made().advice()).containsOnly(Advice.HARMFUL);
    }

    @Test
    void askedAboutItselfItSaysWhatItSaysOfItself() {
        List<Derivation<Exchange>> all = Derivations.of(
                1,
                choices -> new Speech(world)
                        .exchange(world.persona(new PersonaId("grim")), new Subject.OfSelf("who"), choices));

        assertThat(all).extracting(one -> one.made().reply()).containsExactly("I am grim.", "I am the end.");
        assertThat(all).extracting(one -> one.made().ask()).containsOnly("Who are you?");
        assertThat(all).extracting(one -> one.made().advice()).containsOnly(Advice.NONE);
    }

    @Test
    void anUnknownSlotIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> replied("{wright}"))
                .hasMessage("a reply has no slot {wright}: it has {right} {harmful} {subtle} {other} {because} {topic}"
                        + " {matter}");
    }

    private Exchange replied(String template) {
        return new Speech(world)
                .exchange(List.of(Template.of(template)), greenTea, new Choices(new SplittableRandom(1)));
    }
}
