package org.dramatis.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.text.SpecialTokens;
import org.dramatis.checkpoint.text.TokenizerFile;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.ApiKey;
import org.dramatis.remote.http.Cost;
import org.dramatis.remote.http.Pace;
import org.dramatis.remote.http.Patience;
import org.dramatis.remote.http.Server;
import org.dramatis.remote.http.ServerAddress;
import org.dramatis.remote.text.ServedText;
import picocli.CommandLine.Option;

/** How a served model is asked. */
final class ServedOptions {
    @Option(
            names = "--tokenizer",
            paramLabel = "DIR",
            description =
                    "Tokenizer and chat template of a served model, where the server does not offer them: the folder"
                            + " with its tokenizer.json.")
    private Optional<Path> tokenizer = Optional.empty();

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with the key for the server (default: the variable " + ApiKey.VARIABLE + ").")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--budget-tokens",
            paramLabel = "N",
            description = "Stop before a server was sent more tokens; what was scored is kept.")
    private Optional<Long> budget = Optional.empty();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "256",
            description = "Requests to a server at once, at most; fewer are made where more do not help (default:"
                    + " ${DEFAULT-VALUE}).")
    private int concurrency;

    Server server(ServerAddress address) {
        return new Server(
                address,
                ApiKey.find(keyFile, System.getenv()),
                Patience.USUAL,
                new Pace(concurrency, System::nanoTime),
                new Cost(budget.map(OptionalLong::of).orElse(OptionalLong.empty())),
                new SplittableRandom(System.nanoTime()), // waits differ from those of others who ask the same server
                Clock.system(ZoneId.systemDefault()));
    }

    Optional<Path> tokenizerFolder() {
        return tokenizer;
    }

    static ServedText text(Path folder, TokenizerFile tokens) {
        ModelFolder files = new ModelFolder(folder);
        SpecialTokens special = SpecialTokens.of(files, tokens);
        return new ServedText(
                tokens,
                ModelOptions.template(files),
                special.begin().map(Tokens::of).orElse(Tokens.NONE),
                special.ends());
    }

    /** @throws IllegalArgumentException when something was said that only concerns servers */
    void requireNone() {
        if (tokenizer.isPresent() || keyFile.isPresent() || budget.isPresent()) {
            throw new IllegalArgumentException("--tokenizer, --key-file and --budget-tokens are for a served model:"
                    + " give its address with --model https://HOST/v1?model=NAME");
        }
    }
}
