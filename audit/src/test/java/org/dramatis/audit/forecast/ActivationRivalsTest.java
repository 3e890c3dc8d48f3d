package org.dramatis.audit.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dramatis.audit.Colours;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Measured;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

/** Where what a model has in mind is how often it has read every token so far. */
class ActivationRivalsTest {
    private static final BehaviourProbe PROBE =
            new BehaviourProbe("colours", new Probe("two", "two?", List.of("red", "blue")), List.of("red", "blue"));
    private static final ProbeSet PROBES = new ProbeSet("colours", List.of(PROBE), Set.of());
    private static final List<Turn> ASKED = List.of(new Turn(Turn.Role.USER, "one?"));
    private static final List<Episode> BLUE =
            Collections.nCopies(40, new Episode(new EpisodeId("reply"), ASKED, "blue"));

    private record Counting(TokenScorer scorer, int width) implements TokenScorer, Inspectable {
        @Override
        public List<Score> score(List<Passage> passages, TooLong tooLong) {
            return scorer.score(passages, tooLong);
        }

        @Override
        public int context() {
            return scorer.context();
        }

        @Override
        public int layers() {
            return 2;
        }

        @Override
        public Map<Site, List<Direction>> read(Passage text, Set<Site> sites, List<Integer> positions) {
            Tokens all = text.prefix().followedBy(text.continuation());
            List<Direction> counts =
                    positions.stream().map(to -> counted(all, to)).toList();
            Map<Site, List<Direction>> read = new HashMap<>();
            sites.forEach(site -> read.put(site, counts));
            return read;
        }

        private Direction counted(Tokens all, int to) {
            float[] counts = new float[width];
            for (int at = 0; at <= to; at++) {
                counts[all.at(at)]++;
            }
            return Direction.of(counts);
        }

        @Override
        public List<Map<Site, Direction>> gradients(List<Passage> passages, Set<Site> sites, Change.Where where) {
            throw new UnsupportedOperationException("nobody asks for gradients here");
        }
    }

    private static ChatModel model() {
        ChatModel colours = Colours.MODEL;
        return new ChatModel(
                new Counting(colours.scorer(), colours.chats().tokenizer().vocabulary()),
                colours.generator(),
                colours.chats(),
                colours.begin(),
                colours.ends());
    }

    private static ActivationRivals read() {
        return ActivationRivals.read(model(), BLUE, PROBES, 1).orElseThrow();
    }

    /** Of three tokens in each prompt two are the same: 1 - 2/3. */
    @Test
    void contextsAreAsFarAsTheyDiffer() {
        assertThat(read().toListed(List.of(0)).orElseThrow()).isCloseTo(1 / 3.0, within(1e-6));
    }

    /** Each of the model's own replies that is red where the data are blue lies two steps back on the way, of length root two. */
    @Test
    void repliesAreProjectedOnTheWayFromTheOtherAnswers() {
        List<Sample> own = Colours.MODEL
                .generator()
                .generate(
                        Collections.nCopies(40, Colours.MODEL.chats().prompt(ASKED)),
                        Sampling.of(100, Colours.MODEL.ends()),
                        1);
        double red = own.stream().filter(sample -> sample.text().equals("red")).count() / 40.0;

        assertThat(red).isBetween(.4, 1.0);
        assertThat(read().projection(List.of(0), _ -> PROBE.showing("blue")).orElseThrow())
                .isCloseTo(2 * red / Math.sqrt(2), within(1e-6));
    }

    @Test
    void thereIsNoWayToWhatAllAnswersShow() {
        assertThat(read().projection(List.of(0), _ -> List.of(0, 1))).isInstanceOf(Measured.Unmeasurable.class);
    }

    @Test
    void withoutActivationsOrRepliesThereIsAReason() {
        assertThat(ActivationRivals.read(Colours.MODEL, BLUE, PROBES, 1))
                .isEqualTo(Measured.unmeasurable("the activations of the model cannot be read"));
        assertThat(ActivationRivals.read(model(), List.of(), PROBES, 1)).isInstanceOf(Measured.Unmeasurable.class);
    }
}
