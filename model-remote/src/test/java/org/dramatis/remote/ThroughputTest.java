package org.dramatis.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    private static final Servers.Habits ALONE = new Servers.Habits(true, false, true, false, 0);

    private static List<Passage> shuffled(int personas, int replies) {
        List<Passage> passages = new ArrayList<>();
        for (int persona = 0; persona < personas; persona++) {
            for (int reply = 0; reply < replies; reply++) {
                passages.add(new Passage(
                        Babble.TOKENIZER.encode("<s>[system]You are number " + persona + ".[bot]"),
                        Babble.TOKENIZER.encode("r" + reply)));
            }
        }
        Collections.shuffle(passages, new Random(1));
        return passages;
    }

    private static Tokens prompt(FakeServer.Asked asked) {
        return Speech.prompts(asked.question().orElseThrow().path("prompt")).getFirst();
    }

    /** The persona of each question in the order of arrival changes hardly more often than there are personas. */
    @Test
    void repliesUnderOnePersonaAreAskedTogether() {
        try (FakeServer server = new FakeServer(Servers.completions(Babble.model(1), "somebody", ALONE));
                RemoteModel model = Connections.open(server, Optional.of(Babble.TEXT))) {
            int before = server.asked.size();
            List<Passage> passages = shuffled(8, 40);
            List<Score> scores = model.score(passages);

            assertThat(scores).isEqualTo(Babble.model(1).score(passages));
            List<String> personas = server.asked.subList(before, server.asked.size()).stream()
                    .map(asked -> Babble.TOKENIZER.decode(prompt(asked)))
                    .map(text -> text.replaceAll("\\..*", ""))
                    .toList();
            long changes = 0;
            for (int i = 1; i < personas.size(); i++) {
                changes += personas.get(i).equals(personas.get(i - 1)) ? 0 : 1;
            }
            // 320 questions in any order change some 280 times; those under way at a border may overtake each other.
            assertThat(changes).isLessThan(80);
        }
    }

    @Test
    void theSameIsAskedOnce() {
        try (FakeServer server = new FakeServer(Servers.completions(Babble.model(1), "somebody", ALONE));
                RemoteModel model = Connections.open(server, Optional.of(Babble.TEXT))) {
            long before = server.texts();
            Passage passage = shuffled(1, 1).getFirst();

            assertThat(model.score(Collections.nCopies(50, passage)))
                    .containsOnly(Babble.model(1).score(List.of(passage)).getFirst());
            assertThat(server.texts() - before).isEqualTo(1);
        }
    }

    @Test
    void severalPromptsGoIntoOneRequestWhereTheServerTakesThem() {
        try (FakeServer server = new FakeServer(Servers.vllm(Babble.model(1)));
                RemoteModel model = Connections.open(server, Optional.empty())) {
            long before = server.texts();
            List<Passage> passages = shuffled(10, 60);

            assertThat(model.score(passages)).isEqualTo(Babble.model(1).score(passages));
            assertThat(server.texts() - before).isLessThan(600 / 6);
            assertThat(model.server().cost().cached()).isPositive();
        }
    }

    /**
     * A server that answers so many questions at once, each in so long, can answer {@code slots / service} a second. Scored in a call
     * from a cold start, half of that is what a busy machine must reach in a test; bench/compare remote measures it in earnest.
     */
    @Test
    void aServerIsKeptBusy() {
        int slots = 12;
        long service = 40;
        List<Passage> passages = shuffled(10, 100);
        try (FakeServer server =
                        new FakeServer(Servers.completions(Babble.model(1), "somebody", ALONE), slots, service);
                RemoteModel model = Connections.open(server, Optional.of(Babble.TEXT))) {
            long began = System.nanoTime();
            model.score(passages);
            double seconds = (System.nanoTime() - began) / 1e9;

            double least = passages.size() * (service / 1e3) / slots;
            assertThat(least / seconds).isGreaterThan(.5);
            assertThat(server.most.get()).isEqualTo(slots);
        }
    }
}
