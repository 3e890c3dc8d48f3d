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
import org.dramatis.torch.TorchModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model, and how many threads calculate. */
final class ModelOptions {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "A folder in the Hugging Face layout (default: the model that ships).")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    Path folder() {
        return folder.orElseGet(ShippedModel::folder);
    }

    void useUnlessGiven(Path other) {
        folder = Optional.of(folder.orElse(other));
    }

    /** Whether it is the model that ships. */
    boolean isShipped() {
        return folder.isEmpty();
    }

    /** What reports call it: the same on every machine where it ships. */
    String name() {
        return folder.map(Path::toString).orElse(ShippedModel.NAME);
    }

    int threads() {
        return threads.count();
    }

    TorchModel open() {
        return TorchModel.open(folder(), threads());
    }

    /** The model as somebody to talk to. */
    ChatModel chat(TorchModel model) {
        return chat(model, Alterations.NONE);
    }

    ChatModel chat(TorchModel model, Alterations alterations) {
        return chat(folder(), model, alterations);
    }

    static ChatModel chat(Path folder, TorchModel model, Alterations alterations) {
        ModelFolder files = new ModelFolder(folder);
        SpecialTokens special = SpecialTokens.of(files, model.tokenizer());
        ChatTemplate template = JinjaChatTemplate.find(files, Clock.system(ZoneId.systemDefault()))
                .orElseThrow(() ->
                        new CheckpointException(folder + " has no chat template: without one nobody can be talked to"));
        return new ChatModel(
                model,
                model,
                alterations,
                new ChatPassages(template, model.tokenizer()),
                special.begin().map(Tokens::of).orElse(Tokens.NONE),
                special.ends());
    }
}
