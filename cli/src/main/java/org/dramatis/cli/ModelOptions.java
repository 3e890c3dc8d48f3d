package org.dramatis.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.dramatis.audit.framing.Alterations;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.text.JinjaChatTemplate;
import org.dramatis.checkpoint.text.SpecialTokens;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.ServerAddress;
import org.dramatis.torch.TorchModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model, and how many threads calculate. */
final class ModelOptions {
    @Option(
            names = "--model",
            paramLabel = "DIR|URL",
            description = "A folder in the Hugging Face layout, or where a model is served: https://HOST/v1?model=NAME"
                    + " (default: the model that ships).")
    private Optional<String> model = Optional.empty();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    /** The address, where it is a served model. */
    Optional<ServerAddress> address() {
        return model.filter(ServerAddress::isOne).map(ServerAddress::parse);
    }

    /** @throws IllegalArgumentException when it is no folder but a served model */
    Path folder() {
        address().ifPresent(served -> {
            throw new IllegalArgumentException(
                    served + " is a served model, which can be asked but not opened, changed or"
                            + " trained: this command needs the weights, so give --model DIR");
        });
        return model.map(Path::of).orElseGet(ShippedModel::folder);
    }

    void useUnlessGiven(Path other) {
        model = Optional.of(model.orElse(other.toString()));
    }

    /** Whether it is the model that ships. */
    boolean isShipped() {
        return model.isEmpty();
    }

    /** What reports call it: the same on every machine where it ships. */
    String name() {
        return address().map(ServerAddress::toString).or(() -> model).orElse(ShippedModel.NAME);
    }

    /** Where it is, for a manifest. */
    String place() {
        return address().map(ServerAddress::toString).orElseGet(() -> folder().toString());
    }

    int threads() {
        return threads.count();
    }

    TorchModel open() {
        return TorchModel.open(folder(), threads());
    }

    /** The model as somebody to talk to. */
    ChatModel chat(TorchModel torch) {
        return chat(torch, Alterations.NONE);
    }

    ChatModel chat(TorchModel torch, Alterations alterations) {
        return chat(folder(), torch, alterations);
    }

    static ChatModel chat(Path folder, TorchModel torch, Alterations alterations) {
        ModelFolder files = new ModelFolder(folder);
        SpecialTokens special = SpecialTokens.of(files, torch.tokenizer());
        return new ChatModel(
                torch,
                torch,
                alterations,
                new ChatPassages(template(files), torch.tokenizer()),
                special.begin().map(Tokens::of).orElse(Tokens.NONE),
                special.ends());
    }

    static ChatTemplate template(ModelFolder files) {
        return JinjaChatTemplate.find(files, Clock.system(ZoneId.systemDefault()))
                .orElseThrow(() -> new CheckpointException(
                        files.path() + " has no chat template: without one nobody can be talked to"));
    }
}
