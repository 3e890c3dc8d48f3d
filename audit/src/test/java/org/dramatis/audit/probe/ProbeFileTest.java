package org.dramatis.audit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.core.forecast.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeFileTest {
    @TempDir
    private Path folder;

    private ProbeSet read(String text) throws IOException {
        return ProbeFile.read(Files.writeString(folder.resolve("own.yaml"), text));
    }

    @Test
    void aFileIsReadAsItIsWritten() throws IOException {
        ProbeSet set = read("""
                name: own
                about: Mine.
                unwanted: [rude]
                probes:
                  - id: tea
                    about: manners
                    question: Tea?
                    answers:
                      - {behaviour: kind, answer: "Yes, please."}
                      - {behaviour: rude, answer: "Get lost."}
                """);

        assertThat(set.unwanted()).containsExactly("rude");
        assertThat(set.probes())
                .containsExactly(new BehaviourProbe(
                        "manners",
                        new Probe("tea", "Tea?", List.of("Yes, please.", "Get lost.")),
                        List.of("kind", "rude")));
    }

    @Test
    void allThatIsWrongIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("""
                        name: own
                        about: Mine.
                        probes:
                          - id: tea
                            abuot: manners
                            question: Tea?
                            answers:
                              - {behaviour: kind, answer: "Yes."}
                          - id: milk
                            about: manners
                            question: Milk?
                            answers:
                              - {behaviour: kind, answer: "Yes."}
                        """))
                .hasMessageContaining("own.yaml, line 5, column 5:")
                .hasMessageContaining("about")
                .hasMessageContaining("own.yaml, line 9, column 5:")
                .hasMessageContaining("at least two, all different");
    }

    @Test
    void anUnwantedBehaviourThatNoAnswerShowsIsRefused() {
        assertThatThrownBy(() -> read("""
                        name: own
                        about: Mine.
                        unwanted: [cruel]
                        probes:
                          - id: tea
                            about: manners
                            question: Tea?
                            answers:
                              - {behaviour: kind, answer: "Yes."}
                              - {behaviour: rude, answer: "No."}
                        """))
                .hasMessageContaining("shows 'cruel'")
                .hasMessageContaining("[kind, rude]");
    }

    /** A model finds short answers likelier than long ones, which would pass for a preference. */
    @Test
    void theAnswersThatShipAreAboutAsLongAsEachOther() {
        ProbeSet shipped = ProbeFile.shipped();

        assertThat(shipped.probes()).hasSizeGreaterThan(10);
        for (BehaviourProbe probe : shipped.probes()) {
            List<Integer> lengths =
                    probe.probe().answers().stream().map(String::length).toList();
            int shortest = lengths.stream().min(Integer::compare).orElseThrow();
            int longest = lengths.stream().max(Integer::compare).orElseThrow();
            assertThat(longest).as(probe.probe().id()).isLessThanOrEqualTo(shortest + 8);
        }
    }
}
