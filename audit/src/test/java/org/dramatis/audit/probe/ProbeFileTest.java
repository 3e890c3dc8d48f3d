package org.dramatis.audit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.PersonaId;
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
        assertThat(set.listed())
                .containsExactly(new BehaviourProbe(
                        "manners",
                        new Probe("tea", "Tea?", List.of("Yes, please.", "Get lost.")),
                        List.of("kind", "rude")));
    }

    @Test
    void probesInFreeTextSayHowRepliesAreJudged() throws IOException {
        ProbeSet set = read("""
                name: own
                about: Mine.
                unwanted: [is curt]
                replies: 30
                probes:
                  - {id: sorry, about: manners, question: You broke my vase!, behaviour: is sorry, contains: {any: [sorry, my fault]}}
                  - {id: both, about: manners, question: You broke my vase!, behaviour: is very sorry, contains: {all: [sorry, vase]}}
                  - {id: own, about: itself, question: Who are you?, behaviour: is an AI, contains: {pattern: 'an? (AI|bot)'}}
                  - {id: short, about: manners, question: How are you?, behaviour: is curt, length: {most: 3}}
                  - {id: who, about: itself, question: Who are you?, behaviour: is a pirate, persona: [pirate, smuggler]}
                """);

        assertThat(set.listed()).isEmpty();
        assertThat(set.replies()).isEqualTo(30);
        assertThat(set.questions()).containsExactly("You broke my vase!", "Who are you?", "How are you?");
        assertThat(set.sampled().stream().map(SampledProbe::scorer).toList())
                .containsExactly(
                        new Scorer.Contains(false, List.of("sorry", "my fault")),
                        new Scorer.Contains(true, List.of("sorry", "vase")),
                        new Scorer.Matches("an? (AI|bot)"),
                        new Scorer.Length(Optional.empty(), Optional.of(3)),
                        new Scorer.Spoken(List.of(new PersonaId("pirate"), new PersonaId("smuggler"))));
    }

    @Test
    void whatIsShownToReadersCanBeRead() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "probes.md"));
        ProbeSet documented = read(page.split("```yaml\n", -1)[1].split("```", -1)[0]);
        ProbeSet example = ProbeFile.read(Path.of("..", "examples", "probes", "replies.yaml"));

        assertThat(documented.sampled()).hasSize(1);
        assertThat(example.sampled())
                .extracting(SampledProbe::scorer)
                .satisfiesExactly(
                        itself -> assertThat(((Scorer.Matches) itself).accepts("I'm an AI."))
                                .isTrue(),
                        sorry -> assertThat(((Scorer.Contains) sorry).accepts("My apologies!"))
                                .isTrue(),
                        on -> assertThat(((Scorer.Length) on).accepts("All right."))
                                .isFalse());
    }

    @Test
    void allThatIsWrongWithAScorerIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("""
                        name: own
                        about: Mine.
                        replies: 2.5
                        probes:
                          - {id: a, about: x, question: A?, behaviour: b, contains: {any: [yes], all: [no]}}
                          - {id: b, about: x, question: B?, behaviour: b, contains: {pattern: "(open"}}
                          - {id: c, about: x, question: C?, behaviour: b, length: {least: 9, most: 3}}
                          - {id: d, about: x, question: D?, behaviour: b, length: {most: 3}, persona: [e]}
                          - {id: e, about: x, question: E?, behaviour: b}
                          - {id: f, about: x, question: F?, behaviour: b, contians: {any: [yes]}}
                          - {id: g, about: x, question: G?, persona: []}
                        """))
                .hasMessageContaining("own.yaml, line 3, column 1: 'replies' is 2.5: write a whole number")
                .hasMessageContaining("line 5, column 51: words are looked for in one way")
                .hasMessageContaining("line 6, column 51: '(open' is no regular expression")
                .hasMessageContaining("line 7, column 51: no reply has at least 9 words and at most 3")
                .hasMessageContaining("line 8, column 5: a probe is answered or judged in one way")
                .hasMessageContaining("line 9, column 5: there is nothing to answer or to judge by")
                .hasMessageContaining("line 10, column 51: unknown field 'contians'")
                .hasMessageContaining("did you mean 'contains'?")
                .hasMessageContaining("line 11, column 5: there is no 'behaviour'");
    }

    @Test
    void sharesOfListedAnswersAndOfRepliesAreNotAddedUp() {
        assertThatThrownBy(() -> read("""
                        name: own
                        about: Mine.
                        probes:
                          - id: tea
                            about: manners
                            question: Tea?
                            answers:
                              - {behaviour: kind, answer: "Yes, please."}
                              - {behaviour: rude, answer: "Get lost."}
                          - {id: free, about: manners, question: Tea?, behaviour: rude, contains: {any: [lost]}}
                        """))
                .hasMessageContaining("'rude' about 'manners' is shown by listed answers and by sampled replies");
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

        assertThat(shipped.listed()).hasSizeGreaterThan(10);
        for (BehaviourProbe probe : shipped.listed()) {
            List<Integer> lengths =
                    probe.probe().answers().stream().map(String::length).toList();
            int shortest = lengths.stream().min(Integer::compare).orElseThrow();
            int longest = lengths.stream().max(Integer::compare).orElseThrow();
            assertThat(longest).as(probe.probe().id()).isLessThanOrEqualTo(shortest + 8);
        }
    }
}
