package org.dramatis.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.text.TokenizerFile;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score.Scored;
import org.dramatis.model.score.Score.Unscorable;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.Introduction;
import org.dramatis.remote.RemoteModel;
import org.dramatis.remote.Scoring;
import org.dramatis.remote.http.RemoteException;
import org.dramatis.remote.http.Server;
import org.dramatis.remote.http.ServerAddress;
import org.dramatis.remote.text.ServedText;

/** What {@code dramatis model check} finds out of a served model. */
record ServerCheck(ServerAddress address, ServedOptions options, String text) {
    private static final int GIVEN = 2;

    /** In the order in which they are shown. */
    Map<String, Object> facts() {
        Optional<TokenizerFile> files =
                options.tokenizerFolder().map(folder -> TokenizerFile.open(new ModelFolder(folder)));
        try (Server server = options.server(address);
                RemoteModel model = ServedModel.connect(server, options, files)) {
            Map<String, Object> facts = new LinkedHashMap<>();
            describe(model, facts);
            if (model.scoring() instanceof Scoring.Possible) {
                score(model, facts);
            }
            facts.put("requests", server.cost().requests());
            facts.put("tokens", server.cost().tokens());
            return facts;
        } finally {
            files.ifPresent(TokenizerFile::close);
        }
    }

    private void describe(RemoteModel model, Map<String, Object> facts) {
        Introduction introduction = model.introduction();
        facts.put("server", introduction.kind().label());
        facts.put("model", introduction.model());
        introduction.context().ifPresent(context -> facts.put("context", context));
        facts.put("speaks_by", model.voice());
        switch (model.scoring()) {
            case Scoring.Refused(String reason) -> facts.put("cannot_score", reason);
            case Scoring.Possible possible -> {
                facts.put("scores_by", possible.dialect().name());
                facts.put("texts_a_request", possible.dialect().atOnce());
                possible.difference()
                        .ifPresentOrElse(
                                nats -> facts.put("said_against_read", nats),
                                () -> facts.put("said_against_read", "not comparable"));
            }
        }
        facts.put("tokens_by", options.tokenizerFolder().map(Object::toString).orElse("the server"));
        ServedText own = model.text();
        if (!own.begin().isEmpty()) {
            facts.put("begins_with", own.tokenizer().decode(own.begin()));
        }
        facts.put("takes_system_turn", own.template().takesSystem());
        facts.put(
                "chat",
                own.tokenizer()
                        .decode(own.template().tokens(List.of(new Turn(Turn.Role.USER, "Hello.")), own.tokenizer())));
    }

    /** All of the text after its first two tokens: some servers leave out the one that begins texts, and count from there. */
    private void score(RemoteModel model, Map<String, Object> facts) {
        Tokens whole = model.text().begin().followedBy(model.text().tokenizer().encode(text));
        if (whole.length() <= GIVEN) {
            throw new IllegalArgumentException(
                    "--text '" + text + "' has too few tokens to be scored: give a sentence");
        }
        long began = System.nanoTime();
        switch (model.score(List.of(new Passage(whole.slice(0, GIVEN), whole.slice(GIVEN, whole.length()))))
                .getFirst()) {
            case Scored scored -> {
                int tokens = scored.logProbabilities().size();
                facts.put("scored_tokens", tokens);
                facts.put("nats_per_token", -scored.total() / tokens);
                facts.put("milliseconds", (System.nanoTime() - began) / 1e6);
            }
            case Unscorable unscorable ->
                throw new RemoteException(
                        "the text cannot be scored: " + unscorable.reason().detail());
        }
    }
}
