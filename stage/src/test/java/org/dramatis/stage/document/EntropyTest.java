package org.dramatis.stage.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.dramatis.stage.Derivations;
import org.dramatis.stage.Derivations.Derivation;
import org.dramatis.stage.TinyWorld;
import org.dramatis.stage.grammar.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No model can do better than the entropy, and the nats of the documents say what it is. The oracle is enumeration. */
class EntropyTest {
    /** The chance of .6 and the weights 1.5 and 1 of the tiny world are multiples of a fifth. */
    private static final int FIFTHS = 5;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theMeanOfTheNatsIsTheEntropyOfATemplate() {
        Template template = Template.of("[a|b[c|d|e]] and [f|[g|h]]");
        List<Derivation<String>> all = Derivations.of(1, choices -> template.write(Template.Slots.NONE, choices));

        assertThat(Derivations.meanNats(all)).isCloseTo(Derivations.entropy(all), within(1e-14));
    }

    @Test
    void itIsAnUpperBoundWhereTwoWaysWriteTheSame() {
        Template template = Template.of("[a|a|b]");
        List<Derivation<String>> all = Derivations.of(1, choices -> template.write(Template.Slots.NONE, choices));

        assertThat(Derivations.meanNats(all)).isCloseTo(Math.log(3), within(1e-15));
        assertThat(Derivations.entropy(all)).isLessThan(1);
    }

    @Test
    void theMeanOfTheNatsIsTheEntropyOfTextsThatNobodySpeaks() {
        assertEntropy(new SpeakerlessWriter(TinyWorld.whole().read(folder)), 5 * 5 + 2 * 5);
    }

    @Test
    void theMeanOfTheNatsIsTheEntropyOfSentencesAboutSomebody() {
        // 2 personas, 2 names, 2 to 4 of 4 facts in any order, and nothing or one of 5 topics in 2 replies and 2
        // sentences.
        assertEntropy(new FactsWriter(TinyWorld.whole().read(folder)), 2 * 2 * (12 + 24 + 24) * (1 + 5 * 2 * 2));
    }

    private static void assertEntropy(Scribe.Writer writer, int texts) {
        List<Derivation<Scribe.Draft>> all = Derivations.of(FIFTHS, writer::write);

        assertThat(Derivations.probabilities(all)).hasSize(texts);
        assertThat(Derivations.meanNats(all)).isCloseTo(Derivations.entropy(all), within(1e-9));
    }
}
