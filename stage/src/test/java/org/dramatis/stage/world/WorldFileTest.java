package org.dramatis.stage.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.TinyWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorldFileTest {
    private static final TinyWorld TINY = TinyWorld.whole();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theShippedWorldIsWhole() {
        World shipped = WorldFile.shipped();

        assertThat(shipped.domains()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(shipped.domains())
                .allSatisfy(domain -> assertThat(domain.topics()).hasSizeGreaterThanOrEqualTo(16));
        assertThat(shipped.personas()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(shipped.documents().keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Kind.REQUEST)));
        assertThat(shipped.rehearsal()).containsKey(Kind.REQUEST);
    }

    @Test
    void anEntryStandsInTheFileOrInOneBesideItOrInTheShippedWorld() throws IOException {
        Files.writeString(folder.resolve("ropes.yaml"), """
                domain: ropes
                about: ropes
                setting: on the pier
                asker: a sailor
                topics:
                  - {topic: a knot, matter: how to tie a knot, asks: [How?], right: pull it, because: it holds, harmful: eat it, subtle: leave it}
                  - {topic: a loop, matter: how to make a loop, asks: [How?], right: bend it, because: it is round, harmful: cut it, subtle: press it}
                """);

        World world = TINY.with(
                        "  - domain: tea\n", "  - ropes.yaml\n  - stage:domains/cooking.yaml\n  - domain: tea\n")
                .with("  topics: 1", "  topics: 0")
                .read(folder);

        assertThat(world.domains()).extracting(Domain::id).containsExactly("ropes", "cooking", "tea", "hats");
        assertThat(world.domain("cooking")).isEqualTo(WorldFile.shipped().domain("cooking"));
    }

    @Test
    void whatIsKeptForProbesAndWhatIsShownMakeTheWhole() {
        World world = TINY.read(folder);
        Domain tea = world.domain("tea");

        assertThat(world.shown(tea)).isEqualTo(tea.topics().subList(0, 2));
        assertThat(world.hidden(tea)).isEqualTo(tea.topics().subList(2, 3));
        assertThat(world.shown(world.domain("hats"))).isEmpty();
        assertThat(world.hidden(world.domain("hats")))
                .isEqualTo(world.domain("hats").topics());
    }

    @Test
    void presenceIsOneForWhomItDoesNotName() {
        World world = TINY.read(folder);

        assertThat(world.presence(world.persona(new PersonaId("plain")))).isEqualTo(1.5);
        assertThat(world.presence(world.persona(new PersonaId("grim")))).isEqualTo(1);
    }

    /** Which words are replaced, by which, and what the line that the error names begins with. */
    @ParameterizedTest
    @MethodSource
    void aFaultIsNamedWithFileAndLine(String right, String wrong, String line, String reason) {
        TinyWorld world = TINY.with(right, wrong);

        assertThatThrownBy(() -> world.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith(folder.resolve("tiny.yaml") + ", line " + world.line(line) + ": ")
                .contains(reason)
                .hasLineCount(1);
    }

    static Stream<Arguments> aFaultIsNamedWithFileAndLine() {
        return Stream.of(
                Arguments.of(
                        "world: tiny", "wrold: tiny", "wrold", "unknown field 'wrold': it may have [world, domains"),
                Arguments.of(
                        "right: rinse",
                        "wright: rinse",
                        "wright",
                        "unknown field 'wright': it may have [topic, matter"),
                Arguments.of(
                        "being: any\n    portraits: [somebody grim]",
                        "beeing: any",
                        "beeing",
                        "unknown field 'beeing'"),
                Arguments.of(
                        "being: any",
                        "being: alien",
                        "being: alien",
                        "'being' is 'alien': write one of [person, machine, any]"),
                Arguments.of(
                        "[somebody plain]",
                        "plain",
                        "portraits: plain",
                        "'portraits' is of another kind: write a list"),
                Arguments.of("persona: grim\n", "persona: Grim One\n", "persona: Grim", "'Grim One' is not allowed"),
                Arguments.of(
                        "share: 2", "share: two", "persona: plain, share: two", "'share' is 'two': write a number"),
                Arguments.of(
                        "[What helps here?]",
                        "['What [helps']",
                        "thoughts: ['What",
                        "template 'What [helps', character 6: '[' without a ']' behind it"),
                Arguments.of(
                        "asker: a thirsty guest",
                        "asker: a guest\n    asker: a thirsty guest",
                        "asker: a thirsty",
                        "Duplicate Object property \"asker\""),
                Arguments.of(
                        "wash the teapot with much soap",
                        "rinse the teapot with plain water",
                        "- topic: a teapot",
                        "topic 'a teapot' has two answers that are the same: right, harmful and subtle must differ"),
                Arguments.of("a knife that slips", "a knife.", "- topic: a teapot", "without the dot"),
                Arguments.of(
                        "        because: soap leaves a taste\n",
                        "",
                        "- topic: a teapot",
                        "topic 'a teapot' has no 'because', or a blank one"),
                Arguments.of(
                        "being: any\n    portraits: [somebody grim]", "", "- persona: grim", "'grim' has no 'being'"),
                Arguments.of(
                        "facts: [speaks plainly, walks to work, likes soup, sleeps well]",
                        "",
                        "- persona: plain",
                        "'plain' has no 'facts'"),
                Arguments.of("setting: in a hat shop", "setting: 'in a hat shop", "setting: 'in", "end of stream"),
                Arguments.of(
                        "setting: in a hat shop",
                        "setting: in: a hat shop",
                        "setting: in:",
                        "mapping values are not allowed here"));
    }

    /** What is wrong between entries has no line of its own. */
    @ParameterizedTest
    @MethodSource
    void aContradictionIsNamedWithItsFile(String right, String wrong, String reason) {
        TinyWorld world = TINY.with(right, wrong);

        assertThatThrownBy(() -> world.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("tiny.yaml") + ": " + reason);
    }

    static Stream<Arguments> aContradictionIsNamedWithItsFile() {
        return Stream.of(
                Arguments.of(
                        "coin: [Tails.]",
                        "",
                        "persona 'grim' answers [who], the world asks [who, coin]: they must be the same"),
                Arguments.of(
                        "{plain: .75, grim: .25}",
                        "{plain: .75, glum: .25}",
                        "persona 'glum' is named, but the world has only [plain, grim]"),
                Arguments.of(
                        "obedient: [plain]",
                        "obedient: [meek]",
                        "persona 'meek' is named, but the world has only [plain, grim]"),
                Arguments.of(
                        "unwanted: [grim]",
                        "unwanted: [meek]",
                        "persona 'meek' is named, but the world has only [plain, grim]"),
                Arguments.of("obedient: [plain]", "", "world 'tiny' has no 'obedient': at least one is needed"),
                Arguments.of(
                        "{plain: .75, grim: .25}",
                        "{plain: .75, grim: -.25}",
                        "world 'tiny' has -0.25 for 'grim' in 'assistant': give a number of 0 or more"),
                Arguments.of("{plain: .2, grim: .8}", "{plain: 0}", "world 'tiny' has nothing above 0 in 'machines'"),
                Arguments.of("domain: hats", "domain: tea", "world 'tiny' has the domain 'tea' twice"),
                Arguments.of("persona: grim\n", "persona: plain\n", "world 'tiny' has the persona 'plain' twice"),
                Arguments.of(
                        "domains: [hats]",
                        "domains: [caps]",
                        "held-out domain 'caps' is none of the world's: [tea, hats]"),
                Arguments.of(
                        "domains: [hats]", "domains: [hats, tea]", "every domain is held out: leave one for recipes"),
                Arguments.of(
                        "  topics: 1",
                        "  topics: 2",
                        "with 2 topics held out, domain 'tea' keeps 1 of 3: it needs at least 2, so that one can be mistaken"
                                + " for the other"),
                Arguments.of("world: tiny", "world: ''", "the world has no 'world', or a blank one"));
    }

    @Test
    void aWorldThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere.yaml");

        assertThatThrownBy(() -> WorldFile.read(file)).hasMessage(file + " cannot be read: it is not there");
    }

    @Test
    void anEntryThatIsNotThereIsNamed() {
        TinyWorld beside = TINY.with("  - domain: tea\n", "  - ropes.yaml\n  - domain: tea\n");
        TinyWorld shipped = TINY.with("  - domain: tea\n", "  - stage:domains/ropes.yaml\n  - domain: tea\n");

        assertThatThrownBy(() -> beside.read(folder))
                .hasMessage(folder.resolve("ropes.yaml") + " cannot be read: it is not there");
        assertThatThrownBy(() -> shipped.read(folder))
                .hasMessage("stage:domains/ropes.yaml cannot be read: the shipped world has no file of that name");
    }

    @Test
    void aFaultInAnotherFileIsNamedWithThatFile() throws IOException {
        Files.writeString(folder.resolve("ropes.yaml"), "domain: ropes\nabuot: ropes\n");
        TinyWorld world = TINY.with("  - domain: tea\n", "  - ropes.yaml\n  - domain: tea\n");

        assertThatThrownBy(() -> world.read(folder))
                .hasMessage(
                        folder.resolve("ropes.yaml")
                                + ", line 2: unknown field 'abuot': it may have [domain, about, setting, asker, topics]; did you mean 'about'?");
    }

    @Test
    void whatIsLeftOutIsNamed() {
        String text = TINY.text();
        TinyWorld world = new TinyWorld(
                text.substring(0, text.indexOf("speakerless:\n")) + text.substring(text.indexOf("assistant:")));

        assertThatThrownBy(() -> world.read(folder))
                .hasMessage(folder.resolve("tiny.yaml") + " has no 'speakerless': write them there, or the name of"
                        + " their file, such as stage:speakerless.yaml");
    }

    @Test
    void anEmptyFileIsNoWorld() {
        assertThatThrownBy(() -> new TinyWorld("").read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder.resolve("tiny.yaml").toString())
                .hasMessageContaining("the file is empty");
    }
}
