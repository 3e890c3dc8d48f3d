package org.dramatis.audit.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dramatis.audit.Colours;
import org.dramatis.audit.context.Activations.Span;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationsTest {
    private static final List<Turn> ASKED = List.of(new Turn(Turn.Role.USER, "one?"));

    @TempDir
    private Path folder;

    /** Has in mind, at every token, its place over three and its place squared; and counts how often it is read. */
    private static final class Placed implements Inspectable {
        private int reads;

        @Override
        public int layers() {
            return 2;
        }

        @Override
        public int width() {
            return 2;
        }

        @Override
        public Map<Site, List<Direction>> read(Passage text, Set<Site> sites, List<Integer> positions) {
            reads++;
            Map<Site, List<Direction>> read = new HashMap<>();
            sites.forEach(site -> read.put(
                    site,
                    positions.stream()
                            .map(place -> Direction.of(place / 3F, place * place))
                            .toList()));
            return read;
        }

        @Override
        public List<Map<Site, Direction>> gradients(List<Passage> passages, Set<Site> sites, Change.Where where) {
            throw new UnsupportedOperationException("nobody asks for gradients here");
        }
    }

    private static List<Span> spans(Activations activations) {
        return List.of(activations.prompt(ASKED), activations.reply(ASKED, "bluered"));
    }

    @Test
    void aPromptIsReadAtItsLastTokenAndAReplyOnAverage() {
        Activations activations = new Activations(Colours.MODEL, new Placed());
        int prompt = Colours.MODEL.chats().prompt(ASKED).length();

        List<double[]> read = activations.read(spans(activations));

        assertThat(read.getFirst()[0]).isCloseTo((prompt - 1) / 3.0, within(1e-6));
        assertThat(read.getFirst()[1]).isEqualTo((prompt - 1) * (prompt - 1));
        assertThat(read.get(1)[0]).isCloseTo((prompt + .5) / 3, within(1e-6));
        assertThat(read.get(1)[1]).isEqualTo((prompt * prompt + (prompt + 1) * (prompt + 1)) / 2.0);
    }

    @Test
    void whatIsKeptIsNotReadAgainAndComesBackBitForBit() {
        try (KeptEvidence kept = KeptEvidence.open(folder, Fingerprint.of("colours"), InstantSource.system())) {
            ChatModel model = Colours.MODEL.remembering(kept.findings());
            Placed first = new Placed();
            Placed second = new Placed();
            List<double[]> read = new Activations(model, first).read(spans(new Activations(model, first)));
            List<double[]> again = new Activations(model, second).read(spans(new Activations(model, second)));

            assertThat(first.reads).isEqualTo(2);
            assertThat(second.reads).isZero();
            for (int i = 0; i < read.size(); i++) {
                assertThat(again.get(i)).containsExactly(read.get(i));
            }
            new Activations(model, second).read(List.of(new Activations(model, second).prompt(ASKED)));
            assertThat(second.reads).as("another list was not read before").isEqualTo(1);
        }
    }
}
