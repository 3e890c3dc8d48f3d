package org.dramatis.lab.pretrain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.core.cast.Turn;
import org.dramatis.lab.tokenizer.TokenizerWriter;
import org.dramatis.lab.training.Session;
import org.dramatis.lab.training.Trainer;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import org.dramatis.stage.document.Scribe;
import org.dramatis.stage.world.World;
import org.dramatis.store.data.Row;

/**
 * Goes on with pre-training on documents of one's own, mixed with the world's so that the rest is not forgotten.
 *
 * @param share of one's own documents, above 0 to 1; they are read again where there are too few
 */
public record Midtraining(World world, ChatModel model, Plan plan, double share, Trainer trainer) {
    public Midtraining {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of the documents is " + share + ": above 0, at most 1");
        }
    }

    /** @return the loss of every step done */
    public List<Double> into(
            Path folder, Path base, List<Row> rows, Consumer<Progress> listener, BooleanSupplier stop) {
        Lesson lesson = new Lesson.Imitation(mixed(documents(rows)));
        try (Session session = trainer.train(base, lesson, plan, folder.resolve("run"))) {
            if (session.finish(listener, stop)) {
                session.saveModel(folder, DataType.F16);
            }
            return session.losses();
        }
    }

    private List<Demonstration> mixed(List<Demonstration> own) {
        long all = (long) plan.steps() * plan.batch();
        long ours = Math.max(1, Math.round(share * all));
        DocumentTokens reader =
                new DocumentTokens(model.chats().template(), model.chats().tokenizer());
        List<Demonstration> mixed = new ArrayList<>(new Corpus(new Scribe(world, plan.seed()))
                .further(all - ours, reader, model.scorer().context()));
        for (int i = 0; i < ours; i++) {
            mixed.add(own.get(i % own.size()));
        }
        return mixed;
    }

    private List<Demonstration> documents(List<Row> rows) {
        List<Demonstration> documents = new ArrayList<>();
        for (Row row : rows) {
            Tokens text = model.chats().tokenizer().encode(text(row));
            if (text.length() > model.scorer().context()) {
                throw new IllegalArgumentException(row.origin() + " has " + text.length()
                        + " tokens, of which the model reads " + model.scorer().context() + ": split the document");
            }
            documents.add(Demonstration.ofDocument(text));
        }
        return documents;
    }

    private String text(Row row) {
        return switch (row) {
            case Row.Document(var _, String text) ->
                TokenizerWriter.BEGIN + model.chats().tokenizer().quote(text) + TokenizerWriter.END;
            case Row.Chat(var _, var turns) ->
                model.chats().template().render(turns.stream().map(this::quoted).toList(), false);
            case Row.Preference pair ->
                throw new IllegalArgumentException(pair.origin() + " is a pair: documents and chats can be read");
        };
    }

    /** Words of strangers: a special token in them stays plain characters. */
    private Turn quoted(Turn turn) {
        return new Turn(turn.role(), model.chats().tokenizer().quote(turn.text()));
    }
}
