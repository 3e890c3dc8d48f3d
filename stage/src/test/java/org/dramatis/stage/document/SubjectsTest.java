package org.dramatis.stage.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;
import org.junit.jupiter.api.Test;

class SubjectsTest {
    private static final World WORLD = WorldFile.shipped();

    /** As long as a domain lasts: it has 16 topics. */
    @Test
    void nothingIsAskedTwice() {
        for (int seed = 0; seed < 300; seed++) {
            Subjects subjects = subjects(seed);
            List<Subject> asked =
                    IntStream.range(0, 16).mapToObj(_ -> subjects.next()).toList();
            assertThat(asked).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyQuestionAboutOneselfComesBeforeOneComesAgain() {
        Subjects subjects = subjects(1);
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < WORLD.questions().size(); i++) {
            questions.add(subjects.self().question());
        }

        assertThat(questions)
                .containsExactlyInAnyOrderElementsOf(WORLD.questions().keySet());
        assertThat(questions).contains(subjects.self().question());
    }

    @Test
    void theFirstTopicIsOfTheDomainThatTheTalkIsAbout() {
        for (int seed = 0; seed < 100; seed++) {
            Subjects subjects = subjects(seed);
            assertThat(subjects.topic().domain()).isEqualTo(subjects.domain());
        }
    }

    /**
     * It stays by half of the chance, and comes back by chance to one of 16 in the other half. A frequency of 4,000 talks has a
     * standard error of at most .008: five of them are .04.
     */
    @Test
    void aTalkTendsToStayInItsDomain() {
        int stayed = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            Subjects subjects = subjects(seed);
            stayed += subjects.topic().domain().equals(subjects.topic().domain()) ? 1 : 0;
        }

        assertThat(stayed / 4_000.0).isCloseTo(0.5 + 0.5 / 16, within(0.04));
    }

    private static Subjects subjects(long seed) {
        return new Subjects(WORLD, new Choices(new SplittableRandom(seed)));
    }
}
