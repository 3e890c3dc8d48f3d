package org.dramatis.remote;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.dialect.Dialect;
import org.dramatis.remote.dialect.Served;
import org.dramatis.remote.dialect.Voice;
import org.dramatis.remote.http.RemoteException;
import org.dramatis.remote.http.Server;
import org.dramatis.remote.text.ServedText;

/**
 * A model that somebody serves. It scores where the server gives log-probabilities of prompts, and speaks in any case; its activations
 * cannot be read, nor can it be changed or trained.
 *
 * <pre>{@code
 * try (RemoteModel model = RemoteModel.open(server, Optional.empty())) {
 *     model.requireScoring();
 *     List<Score> scores = model.score(passages);
 * }
 * }</pre>
 */
public final class RemoteModel implements TokenScorer, Generator, AutoCloseable {
    /** vLLM does not show its chat template: it is known by what it makes of this. */
    private static final List<Turn> CHAT = List.of(new Turn(Turn.Role.USER, "Who are you?"));

    private final Server server;
    private final Introduction introduction;
    private final ServedText text;
    private final Voice voice;
    private final Scoring scoring;
    private final RemoteSpeaker speaker;
    private final Optional<Canary> canary;
    private final Optional<RemoteScorer> scorer;

    private RemoteModel(Server server, Introduction introduction, ServedText text, Voice voice, Scoring scoring) {
        this.server = server;
        this.introduction = introduction;
        this.text = text;
        this.voice = voice;
        this.scoring = scoring;
        Optional<Dialect> dialect =
                scoring instanceof Scoring.Possible possible ? Optional.of(possible.dialect()) : Optional.empty();
        this.speaker = new RemoteSpeaker(server, voice, text.tokenizer(), introduction.context(), dialect);
        this.canary = dialect.map(reads -> new Canary(server, reads, text));
        this.scorer = canary.map(bird -> new RemoteScorer(server, dialect.orElseThrow(), introduction.context(), bird));
    }

    /**
     * Finds out what a server has and how it is asked.
     *
     * @param own tokenizer and chat template, for servers that have none to offer; they come before the server's
     * @throws RemoteException when it cannot be used at all
     */
    public static RemoteModel open(Server server, Optional<ServedText> own) {
        Introduction introduction = Introduction.of(server);
        ServedText text = own.or(() -> offered(server, introduction))
                .orElseThrow(() -> new RemoteException(
                        server.address() + " (" + introduction.kind().label()
                                + ") makes no tokens of chats: give its tokenizer files with --tokenizer DIR, the folder with"
                                + " tokenizer.json and the chat template of the model that it serves"));
        Served served = new Served(server, introduction.model());
        Dialects dialects =
                new Dialects(introduction.kind(), served, new Served(server.tried(), introduction.model()), text);
        return new RemoteModel(server, introduction, text, dialects.voice(), dialects.scoring());
    }

    private static Optional<ServedText> offered(Server server, Introduction introduction) {
        return switch (introduction.kind()) {
            case VLLM -> Optional.of(ServedText.ofVllm(server, introduction.model()));
            case LLAMA_CPP -> Optional.of(ServedText.ofLlamaCpp(server));
            case SGLANG, LLAMA_CPP_PYTHON, TGI, OTHER -> Optional.empty();
        };
    }

    public Introduction introduction() {
        return introduction;
    }

    public ServedText text() {
        return text;
    }

    public Scoring scoring() {
        return scoring;
    }

    /** How it speaks. */
    public String voice() {
        return voice.name();
    }

    public Server server() {
        return server;
    }

    /** @throws RemoteException when the server cannot score, with its reason */
    public void requireScoring() {
        if (scoring instanceof Scoring.Refused(String reason)) {
            throw new RemoteException(server.address() + " ("
                    + introduction.kind().label() + ") cannot score: " + reason + ". It can only be let speak");
        }
    }

    /** Where it is and what it says of itself; evidence of models with other answers must not be mixed. */
    public SortedMap<String, String> identity() {
        SortedMap<String, String> identity = new TreeMap<>(introduction.identity());
        identity.put("address", server.address().base().toString());
        identity.put("kind", introduction.kind().name());
        if (introduction.kind() == ServerKind.VLLM) {
            identity.put("chat", text.template().tokens(CHAT, text.tokenizer()).toString());
        }
        return identity;
    }

    /** How likely it finds a short text, the same always: what names and addresses do not tell. */
    public LogVector canary() {
        requireScoring();
        return canary.orElseThrow().logProbabilities();
    }

    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        requireScoring();
        return scorer.orElseThrow().score(passages, tooLong);
    }

    @Override
    public int context() {
        return introduction.context().orElse(Integer.MAX_VALUE);
    }

    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        return speaker.generate(prompts, sampling, seed, listener);
    }

    @Override
    public void close() {
        server.close();
    }
}
