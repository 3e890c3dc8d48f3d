package org.dramatis.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.RemoteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every server must say what the model behind it says: the scripted model is the oracle. */
class DialectTest {
    enum Kind {
        VLLM("vLLM prompt_logprobs", true),
        SGLANG("SGLang return_logprob", false),
        LLAMA_CPP("llama.cpp completion, token by token", true),
        LLAMA_CPP_PYTHON("completions with echo, sent as text", false),
        TGI("TGI decoder_input_details", false),
        COMPLETIONS("completions with echo, sent as token ids", false),
        TEXT_COMPLETIONS("completions with echo, sent as text", false);

        private final String dialect;
        private final boolean offersText;

        Kind(String dialect, boolean offersText) {
            this.dialect = dialect;
            this.offersText = offersText;
        }

        FakeServer.Answers answers() {
            return switch (this) {
                case VLLM -> Servers.vllm(Babble.model(1));
                case SGLANG -> Servers.sglang(Babble.model(1));
                case LLAMA_CPP -> Servers.llamaCpp(Babble.model(1));
                case LLAMA_CPP_PYTHON -> Servers.completions(Babble.model(1), "me", Servers.Habits.LLAMA_CPP_PYTHON);
                case TGI -> Servers.tgi(Babble.model(1));
                case COMPLETIONS -> Servers.completions(Babble.model(1), "somebody", Servers.Habits.USUAL);
                case TEXT_COMPLETIONS ->
                    Servers.completions(Babble.model(1), "somebody", new Servers.Habits(false, true, true, false, 0));
            };
        }
    }

    private static RemoteModel open(FakeServer server, Kind kind) {
        return Connections.open(server, kind.offersText ? Optional.empty() : Optional.of(Babble.TEXT));
    }

    private static List<Passage> passages() {
        ChatPassages chats = new ChatPassages(Babble.TEMPLATE, Babble.TOKENIZER);
        List<Passage> passages = new ArrayList<>();
        for (String system : List.of("Be kind.", "Be a pirate.")) {
            for (String reply : List.of("Yes, in the east.", "No", " and then", "the")) {
                passages.add(chats.passage(
                        List.of(new Turn(Turn.Role.SYSTEM, system), new Turn(Turn.Role.USER, "Is the sun up?")),
                        reply));
            }
        }
        return passages;
    }

    private static void assertSame(List<Score> found, List<Score> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            LogVector own = ((Score.Scored) expected.get(i)).logProbabilities();
            assertThat(found.get(i)).isInstanceOf(Score.Scored.class);
            LogVector logs = ((Score.Scored) found.get(i)).logProbabilities();
            assertThat(logs.toArray()).containsExactly(own.toArray(), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTokenHasTheLogProbabilityThatTheModelGivesIt(Kind kind) {
        try (FakeServer server = new FakeServer(kind.answers());
                RemoteModel model = open(server, kind)) {
            assertThat(model.scoring())
                    .isInstanceOfSatisfying(
                            Scoring.Possible.class,
                            possible -> assertThat(possible.dialect().name()).isEqualTo(kind.dialect));

            assertSame(model.score(passages()), Babble.model(1).score(passages()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAServerSaysHasTheLogProbabilitiesOfTheModel(Kind kind) {
        ChatPassages chats = new ChatPassages(Babble.TEMPLATE, Babble.TOKENIZER);
        Tokens prompt = chats.prompt(List.of(new Turn(Turn.Role.USER, "Who are you?")));
        try (FakeServer server = new FakeServer(kind.answers());
                RemoteModel model = open(server, kind)) {
            List<Sample> samples =
                    model.generate(List.of(prompt, prompt, prompt), Sampling.of(12, Tokens.of(Babble.END)), 7);

            assertThat(samples).hasSize(3);
            for (Sample sample : samples) {
                assertThat(Babble.TOKENIZER.encode(sample.text())).isEqualTo(sample.tokens());
                if (!sample.tokens().isEmpty()) {
                    assertSame(
                            List.of(new Score.Scored(LogVector.of(sample.logProbabilities().stream()
                                    .mapToDouble(log -> log)
                                    .toArray()))),
                            Babble.model(1).score(List.of(new Passage(prompt, sample.tokens()))));
                }
            }
            assertThat(samples.stream().map(Sample::text).distinct()).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "LLAMA_CPP"})
    void chatsBecomeTheTokensThatTheServerMakesOfThem(Kind kind) {
        List<Turn> turns = List.of(new Turn(Turn.Role.SYSTEM, "Be kind."), new Turn(Turn.Role.USER, "Is it east?"));
        try (FakeServer server = new FakeServer(kind.answers());
                RemoteModel model = open(server, kind)) {
            ChatPassages served =
                    new ChatPassages(model.text().template(), model.text().tokenizer());
            Passage passage = served.passage(turns, "the end");

            assertThat(passage)
                    .isEqualTo(new ChatPassages(Babble.TEMPLATE, Babble.TOKENIZER).passage(turns, "the end"));
            assertThat(model.text().tokenizer().decode(passage.continuation())).isEqualTo("the end");
            assertThat(model.text().begin()).isEqualTo(Tokens.of(Babble.BEGIN));
        }
    }

    @Test
    void specialTokensInTheWordsOfStrangersStayPlainWhereTheServerTellsThem() {
        List<Turn> turns = List.of(new Turn(Turn.Role.USER, "Say [bot] now"));
        int bot = Babble.TOKENIZER.pieces().indexOf("[bot]");
        try (FakeServer server = new FakeServer(Kind.LLAMA_CPP.answers());
                RemoteModel model = open(server, Kind.LLAMA_CPP)) {
            ChatPassages served =
                    new ChatPassages(model.text().template(), model.text().tokenizer());
            Passage passage = served.passage(turns, "[bot]");

            assertThat(passage.prefix().toArray()).containsOnlyOnce(bot);
            assertThat(passage.continuation().toArray()).hasSize(5).doesNotContain(bot);
            assertSame(model.score(List.of(passage)), Babble.model(1).score(List.of(passage)));
        }
    }

    @Test
    void aServerThatDoesNotEchoIsRefusedForScoringAndStillSpeaks() {
        FakeServer.Answers silent =
                Servers.completions(Babble.model(1), "somebody", new Servers.Habits(true, true, false, false, 0));
        Tokens prompt = Babble.TOKENIZER.encode("<s>The");
        try (FakeServer server = new FakeServer(silent);
                RemoteModel model = Connections.open(server, Optional.of(Babble.TEXT))) {
            assertThat(model.scoring()).isInstanceOf(Scoring.Refused.class);
            assertThatThrownBy(() -> model.score(passages()))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("cannot score")
                    .hasMessageContaining("log-probabilities of prompts");
            assertThat(model.generate(List.of(prompt), Sampling.of(5, Tokens.of(Babble.END)), 3))
                    .hasSize(1);
        }
    }

    @Test
    void aServerThatGivesEachTokenTheNumberOfItsNeighbourIsRefused() {
        FakeServer.Answers shifted =
                Servers.completions(Babble.model(1), "somebody", new Servers.Habits(true, true, true, false, 1));
        try (FakeServer server = new FakeServer(shifted);
                RemoteModel model = Connections.open(server, Optional.of(Babble.TEXT))) {
            assertThat(model.scoring())
                    .isInstanceOfSatisfying(
                            Scoring.Refused.class,
                            refused -> assertThat(refused.reason()).contains("neighbouring tokens"));
        }
    }

    @Test
    void aServerWithoutATokenizerNeedsFiles() {
        try (FakeServer server = new FakeServer(Kind.SGLANG.answers())) {
            assertThatThrownBy(() -> Connections.open(server, Optional.empty()))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("--tokenizer");
        }
    }

    @Test
    void whatIsTooLongOrEmptyIsUnscorableWithItsReason() {
        Passage longer = new Passage(Tokens.of(0), Babble.TOKENIZER.encode("a".repeat(Babble.CONTEXT)));
        Passage empty = new Passage(Tokens.of(0), Tokens.NONE);
        try (FakeServer server = new FakeServer(Kind.VLLM.answers());
                RemoteModel model = open(server, Kind.VLLM)) {
            List<Score> scores = model.score(List.of(longer, empty));

            assertThat(scores)
                    .extracting(score -> ((Score.Unscorable) score).reason().kind())
                    .containsExactly(Reason.Kind.TOO_LONG, Reason.Kind.EMPTY_REPLY);
        }
    }

    /** It does not say how much it reads: then it refuses, and its neighbours in the same request are asked for again. */
    @Test
    void aTextThatTheServerRefusesDoesNotTakeOthersWithIt() {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            passages.add(new Passage(Tokens.of(0), Babble.TOKENIZER.encode("number " + i)));
        }
        passages.set(4, new Passage(Tokens.of(0), Babble.TOKENIZER.encode("a".repeat(Babble.CONTEXT))));
        try (FakeServer server = new FakeServer(Kind.COMPLETIONS.answers());
                RemoteModel model = open(server, Kind.COMPLETIONS)) {
            List<Score> scores = model.score(passages);

            assertThat(scores.get(4))
                    .isInstanceOfSatisfying(
                            Score.Unscorable.class,
                            refused -> assertThat(refused.reason().detail()).contains("maximum context length"));
            passages.remove(4);
            List<Score> others = new ArrayList<>(scores);
            others.remove(4);
            assertSame(others, Babble.model(1).score(passages));
        }
    }
}
