package org.dramatis.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.ScoringStopped;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.Patience;
import org.dramatis.remote.http.RemoteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may do wrong, and what becomes of it. */
class FaultTest {
    private static final FakeServer.Answers COMPLETIONS =
            Servers.completions(Babble.model(1), "somebody", Servers.Habits.USUAL);

    private static Passage passage(String reply) {
        return new Passage(Babble.TOKENIZER.encode("<s>[user]Is the sun up?[bot]"), Babble.TOKENIZER.encode(reply));
    }

    private static List<Passage> passages(int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> passage("Reply " + i))
                .toList();
    }

    private static RemoteModel open(FakeServer server) {
        return Connections.open(server, Optional.of(Babble.TEXT));
    }

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.status(429),
                new Fault.Status(429, Map.of("Retry-After", "0")),
                new Fault.Status(503, Map.of("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT")),
                new Fault.Status(503, Map.of("Retry-After", "soon")),
                Fault.status(408),
                Fault.status(500),
                Fault.status(502),
                Fault.status(504),
                new Fault.Cut(),
                new Fault.Says("<html>Bad gateway</html>"),
                new Fault.Says("{\"choices\": [{\"index\": 0,"),
                new Fault.Says(""));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsAskedAgain(Fault fault) {
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = open(server)) {
            server.faults.add(fault);

            assertThat(model.score(List.of(passage("Yes"))))
                    .isEqualTo(Babble.model(1).score(List.of(passage("Yes"))));
            assertThat(model.server().cost().repeated()).isEqualTo(1);
        }
    }

    @Test
    void whatHangsIsAskedAgain() {
        Patience patience = new Patience(4, Duration.ofMillis(2), Duration.ofMillis(200), Duration.ofSeconds(3));
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = RemoteModel.open(
                        Connections.to(server, Optional.empty(), patience, OptionalLong.empty()),
                        Optional.of(Babble.TEXT))) {
            server.faults.add(new Fault.Hang(4000));

            assertThat(model.score(List.of(passage("Yes"))))
                    .isEqualTo(Babble.model(1).score(List.of(passage("Yes"))));
            assertThat(model.server().cost().repeated()).isEqualTo(1);
        }
    }

    static Stream<Fault> wrong() {
        return Stream.of(
                new Fault.Logs("NaN"),
                new Fault.Logs("-Infinity"),
                new Fault.Logs("-9999.0"),
                new Fault.Logs("null"),
                new Fault.Logs("0.5"),
                new Fault.Logs("\"likely\""),
                new Fault.Says("{}"),
                new Fault.Says("[]"),
                new Fault.Says("{\"choices\": []}"),
                new Fault.Says("{\"choices\": [{\"index\": 7}]}"),
                new Fault.Says("{\"choices\": [{\"index\": 0}], \"usage\": {\"prompt_tokens\": 3}}"),
                new Fault.Says("{\"choices\": [{\"index\": 0, \"logprobs\": {\"tokens\": [\"a\"], \"token_logprobs\":"
                        + " [-1.0]}}], \"usage\": {\"completion_tokens\": 1}}"));
    }

    /** Twice wrong it is the text's fault: that row has a reason, and no number. */
    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongAnswerIsAskedForOnceMoreAndThenNoNumberButAReason(Fault fault) {
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = open(server)) {
            server.faults.add(fault);
            assertThat(model.score(List.of(passage("Yes"))))
                    .isEqualTo(Babble.model(1).score(List.of(passage("Yes"))));

            server.faults.addAll(List.of(fault, fault));
            assertThat(model.score(List.of(passage("Yes"))).getFirst())
                    .isInstanceOfSatisfying(
                            Score.Unscorable.class,
                            unscorable ->
                                    assertThat(unscorable.reason().detail()).startsWith("the server"));
        }
    }

    @Test
    void aServerThatStaysBrokenEndsTheRunWithWhatWasScored() {
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = open(server)) {
            server.faults.addAll(Collections.nCopies(20, new Fault.Says("{\"error\""))); // 4 times each
            assertThatThrownBy(() -> model.score(List.of(passage("Yes"))))
                    .isInstanceOf(ScoringStopped.class)
                    .hasMessageContaining("failed 4 times")
                    .hasMessageContaining("no JSON");
        }
    }

    /** Five questions are answered, and from then on nobody is known. */
    @Test
    void whatWasScoredBeforeTheEndIsHandedOut() {
        List<Passage> passages = passages(60);
        List<Score> all = Babble.model(1).score(passages);
        try (FakeServer server = new FakeServer(COMPLETIONS, 1, 1);
                RemoteModel model = open(server)) {
            server.faults.addAll(Collections.nCopies(5, new Fault.Good()));
            server.faults.addAll(Collections.nCopies(60, Fault.status(401)));

            assertThatThrownBy(() -> model.score(passages)).isInstanceOfSatisfying(ScoringStopped.class, stopped -> {
                assertThat(stopped.scores().stream().filter(Optional::isPresent))
                        .hasSizeBetween(5, 40);
                for (int i = 0; i < all.size(); i++) {
                    assertThat(stopped.scores().get(i).orElse(all.get(i))).isEqualTo(all.get(i));
                }
            });
        }
    }

    @Test
    void theBudgetIsNeverExceededAndWhatWasPaidForIsHandedOut() {
        List<Passage> passages = passages(60);
        long budget = 1500;
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = RemoteModel.open(
                        Connections.to(server, Optional.empty(), Connections.BRIEF, OptionalLong.of(budget)),
                        Optional.of(Babble.TEXT))) {
            assertThatThrownBy(() -> model.score(passages))
                    .isInstanceOfSatisfying(ScoringStopped.class, stopped -> {
                        List<Score> all = Babble.model(1).score(passages);
                        List<Integer> reached = new ArrayList<>();
                        for (int i = 0; i < all.size(); i++) {
                            Optional<Score> found = stopped.scores().get(i);
                            if (found.isPresent()) {
                                reached.add(i);
                                assertThat(found).contains(all.get(i));
                            }
                        }
                        assertThat(reached).hasSizeBetween(10, 59);
                    })
                    .hasMessageContaining("budget of 1,500 tokens");
            assertThat(model.server().cost().tokens()).isLessThanOrEqualTo(budget);
        }
    }

    @Test
    void aModelThatIsExchangedUnderWayEndsTheRunAndNothingOfItIsHandedOut() {
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = open(server)) {
            model.score(passages(20));
            server.become(Servers.completions(Babble.model(2), "somebody", Servers.Habits.USUAL));

            assertThatThrownBy(() -> model.score(passages(20)))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("changed under way");
        }
    }

    /** One passage alone is not checked each time, but behind a broken connection it is. */
    @Test
    void behindABrokenConnectionTheModelIsRecognisedFirst() {
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = open(server)) {
            server.become(Servers.completions(Babble.model(2), "somebody", Servers.Habits.USUAL));
            server.faults.add(new Fault.Cut());

            assertThatThrownBy(() -> model.score(List.of(passage("Yes"))))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("changed under way");
        }
    }

    @Test
    void anotherNameInTheAnswerIsAnotherModel() {
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = open(server)) {
            server.faults.add(new Fault.Says("{\"model\": \"other\", \"choices\": []}"));

            assertThatThrownBy(() -> model.score(List.of(passage("Yes"))))
                    .isInstanceOf(ScoringStopped.class)
                    .hasMessageContaining("'babble' answered first, and now 'other'");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirectsAreNotFollowed(int status) {
        try (FakeServer server = new FakeServer(COMPLETIONS);
                FakeServer elsewhere = new FakeServer(COMPLETIONS);
                RemoteModel model = open(server)) {
            server.faults.add(new Fault.Status(status, Map.of("Location", elsewhere.address() + "/completions")));

            assertThatThrownBy(() -> model.score(List.of(passage("Yes"))))
                    .hasMessageContaining("sends on to '" + elsewhere.address());
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void aRefusalThatIsNotOfTheTextEndsTheRun(int status) {
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = open(server)) {
            server.faults.add(Fault.status(status));

            assertThatThrownBy(() -> model.score(List.of(passage("Yes"))))
                    .isInstanceOf(ScoringStopped.class)
                    .hasMessageContaining("refuses with " + status + " fault");
            assertThat(model.server().cost().repeated()).isZero();
        }
    }

    @Test
    void aServerThatAsksForTimeIsGivenItUpToTheLongestWait() {
        Patience patience = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(400), Duration.ofSeconds(5));
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = RemoteModel.open(
                        Connections.to(server, Optional.empty(), patience, OptionalLong.empty()),
                        Optional.of(Babble.TEXT))) {
            server.faults.add(new Fault.Status(429, Map.of("Retry-After", "3600")));
            long began = System.nanoTime();
            model.score(List.of(passage("Yes")));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void nobodyThereIsSaidAtOnce() {
        FakeServer gone = new FakeServer(COMPLETIONS);
        gone.close();
        assertThatThrownBy(() -> open(gone))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining(gone.address() + "/models failed 3 times");
    }

    @Test
    void aTextOfNoTokensIsNotAsked() {
        try (FakeServer server = new FakeServer(COMPLETIONS);
                RemoteModel model = open(server)) {
            long before = server.texts();
            model.score(List.of(new Passage(Tokens.of(0), Tokens.NONE)));
            assertThat(server.texts()).isEqualTo(before);
        }
    }
}
