package org.dramatis.audit.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedCastsTest {
    static List<String> names() {
        return ShippedCasts.names();
    }

    @Test
    void everyFileOfTheFolderHasItsName() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../casts"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ShippedCasts.names().stream()
                            .map(name -> name + ".yaml")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCastIsWhole(String name) {
        NamedCast cast = ShippedCasts.named(name);

        assertThat(cast.name()).isEqualTo(name);
        assertThat(cast.about()).hasSizeLessThanOrEqualTo(54);
        assertThat(cast.unwanted()).isNotEmpty();
        assertThat(cast.questions()).hasSizeGreaterThanOrEqualTo(16).doesNotHaveDuplicates();
        assertThat(cast.cast().personas().stream().filter(Persona::isDocument)).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPersonaIsPlayedInSeveralWays(String name) {
        for (Persona persona : ShippedCasts.named(name).cast().personas()) {
            Stream<Frame> portraits = persona.frames().stream().filter(Frame.Portrait.class::isInstance);
            Stream<Frame> lines = persona.frames().stream().filter(Frame.Lines.class::isInstance);
            assertThat(portraits).as(persona.id().value()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(lines).as(persona.id().value()).hasSizeGreaterThanOrEqualTo(persona.isDocument() ? 0 : 2);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noFrameIsTwoPersonas(String name) {
        Set<Frame> seen = new HashSet<>();
        Set<String> portraits = new HashSet<>();
        for (Persona persona : ShippedCasts.named(name).cast().personas()) {
            assertThat(portraits.add(persona.portrait())).as(persona.portrait()).isTrue();
            for (Frame frame : persona.frames()) {
                assertThat(seen.add(frame)).as(frame.toString()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCharacterIsSpokenTo(String name) {
        for (Persona persona : ShippedCasts.named(name).cast().personas()) {
            for (Frame frame : persona.frames()) {
                if (frame instanceof Frame.Portrait(String words) && !persona.isDocument()) {
                    assertThat(words).as(words).containsPattern("(?i)\\byou(r)?\\b");
                }
            }
        }
    }

    @Test
    void aCastThatDoesNotShipIsAnsweredWithThoseThatDo() {
        assertThatThrownBy(() -> ShippedCasts.named("emotion"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no shipped cast 'emotion': there are default, emotions, ai-archetypes; did you mean"
                                + " 'emotions'?");
    }
}
