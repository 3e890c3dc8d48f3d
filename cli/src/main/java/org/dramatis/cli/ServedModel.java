package org.dramatis.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.text.TokenizerFile;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.remote.RemoteModel;
import org.dramatis.remote.http.Cost;
import org.dramatis.remote.http.Server;
import org.dramatis.remote.http.ServerAddress;
import org.dramatis.remote.text.ServedText;
import org.dramatis.store.evidence.Fingerprint;

/**
 * A model that somebody serves.
 *
 * @param files the tokenizer that was opened for it, where the server does not offer one
 */
record ServedModel(RemoteModel remote, Optional<TokenizerFile> files, ChatModel chat, Fingerprint fingerprint)
        implements OpenedModel {

    static ServedModel open(ServerAddress address, ServedOptions options, EvidenceOptions evidence, Cast cast) {
        requireWords(address, cast);
        Optional<TokenizerFile> files =
                options.tokenizerFolder().map(folder -> TokenizerFile.open(new ModelFolder(folder)));
        Server server = options.server(address);
        try {
            RemoteModel remote = connect(server, options, files);
            remote.requireScoring();
            return new ServedModel(remote, files, chat(remote), fingerprint(remote, options, evidence));
        } catch (RuntimeException problem) {
            server.close();
            files.ifPresent(TokenizerFile::close);
            throw problem;
        }
    }

    static RemoteModel connect(Server server, ServedOptions options, Optional<TokenizerFile> files) {
        return RemoteModel.open(
                server,
                files.map(tokens -> ServedOptions.text(options.tokenizerFolder().orElseThrow(), tokens)));
    }

    private static ChatModel chat(RemoteModel remote) {
        ServedText text = remote.text();
        return new ChatModel(
                remote, remote, new ChatPassages(text.template(), text.tokenizer()), text.begin(), text.ends());
    }

    private static void requireWords(ServerAddress address, Cast cast) {
        for (Persona persona : cast.personas()) {
            if (persona.frames().stream().anyMatch(Frame.Alteration.class::isInstance)) {
                throw new IllegalArgumentException("persona '" + persona.id()
                        + "' is played by a vector or an adapter, and the model behind " + address
                        + " cannot be changed from here: use frames of portraits or lines");
            }
        }
    }

    /** A server may keep name and address and exchange the weights: so it is also told by how likely it finds a short text. */
    private static Fingerprint fingerprint(RemoteModel remote, ServedOptions options, EvidenceOptions evidence) {
        List<String> parts = new ArrayList<>(List.of("served"));
        remote.identity().forEach((name, value) -> {
            parts.add(name);
            parts.add(value);
        });
        options.tokenizerFolder()
                .ifPresent(folder ->
                        parts.add(EvidenceOptions.textFingerprint(folder).toString()));
        Fingerprint said = Fingerprint.of(parts.toArray(String[]::new));
        return new KnownWeights(said).find(evidence, remote.canary());
    }

    /**
     * What the server was asked for, for the user.
     *
     * @param share of the data that was scored
     */
    String costs(double share) {
        Cost cost = remote.server().cost();
        String spared = share < 1
                ? String.format(Locale.ROOT, "; to read all rows would have taken about %,.0f", cost.tokens() / share)
                : "";
        return String.format(
                Locale.ROOT,
                "%s: %,d requests (%,d of them again), %,d tokens, of which it says it had %,d in its cache%s",
                remote.server().address(),
                cost.requests(),
                cost.repeated(),
                cost.tokens(),
                cost.cached(),
                spared);
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public void close() {
        remote.close();
        files.ifPresent(TokenizerFile::close);
    }
}
