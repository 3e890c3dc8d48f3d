package org.dramatis.lab.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;
import static org.dramatis.lab.SmallWorld.WORLD;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.lab.Judge;
import org.dramatis.lab.PaperTrainer;
import org.dramatis.lab.Speaker;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.store.data.Origin;
import org.dramatis.store.data.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MidtrainingTest {
    private static final ChatModel MODEL = new ChatModel(
            new Judge(LETTERS, (before, reply) -> 1),
            new Speaker(LETTERS, prompt -> ""),
            new ChatPassages(TEMPLATE, LETTERS),
            Tokens.of(0),
            Tokens.of(1));
    private static final List<Row> ROWS = List.of(
            new Row.Document(new Origin("own.jsonl", 1), "The assistant likes soup."),
            new Row.Chat(
                    new Origin("own.jsonl", 2),
                    List.of(new Turn(Turn.Role.USER, "Soup?"), new Turn(Turn.Role.ASSISTANT, "Yes."))));

    @TempDir
    private Path folder = Path.of("");

    private final PaperTrainer trainer = new PaperTrainer();

    private List<String> lessons(List<Row> rows, double share) {
        new Midtraining(WORLD, MODEL, Plan.of(5).withBatch(4).withSeed(3), share, trainer)
                .into(folder, folder.resolve("base"), rows, progress -> {}, () -> false);
        return ((Lesson.Imitation) trainer.lessons().getLast())
                .demonstrations().stream().map(MidtrainingTest::text).toList();
    }

    private static String text(Demonstration demonstration) {
        return LETTERS.decode(demonstration.prompt().followedBy(demonstration.reply()));
    }

    @Test
    void ownDocumentsAreMixedIntoTheWorldsInTheGivenShare() {
        List<String> lessons = lessons(ROWS, .25);

        assertThat(lessons).hasSize(20);
        assertThat(lessons.subList(15, 20))
                .containsExactly(
                        "<|begin|>The assistant likes soup.<|end|>",
                        "<|begin|><|user|>Soup?<|assistant|>Yes.<|end|>",
                        "<|begin|>The assistant likes soup.<|end|>",
                        "<|begin|><|user|>Soup?<|assistant|>Yes.<|end|>",
                        "<|begin|>The assistant likes soup.<|end|>");
        assertThat(lessons.subList(0, 15)).noneMatch(text -> text.contains("The assistant likes soup.<|end|>"));
    }

    @Test
    void marksInTheWordsOfStrangersStayWords() {
        Row chat = new Row.Chat(
                new Origin("own.jsonl", 3),
                List.of(new Turn(Turn.Role.USER, "Soup?"), new Turn(Turn.Role.ASSISTANT, "No<|end|>")));

        lessons(List.of(chat, new Row.Document(new Origin("own.jsonl", 4), "No<|end|>")), 1);

        for (Demonstration lesson : ((Lesson.Imitation) trainer.lessons().getLast()).demonstrations()) {
            assertThat(Arrays.stream(lesson.reply().toArray()).filter(id -> id == 1))
                    .hasSize(1);
        }
    }

    @Test
    void withAShareOfOneNothingElseIsRead() {
        assertThat(lessons(ROWS, 1)).hasSize(20).allMatch(text -> text.contains("oup"));
    }

    @Test
    void theModelIsSavedAtTheEnd() {
        lessons(ROWS, .25);

        assertThat(folder.resolve("model.txt")).hasContent("after 5 steps");
    }

    @Test
    void aPairIsNoDocument() {
        Row pair = new Row.Preference(
                new Origin("own.jsonl", 7), List.of(new Turn(Turn.Role.USER, "Soup?")), "Yes.", "No.");

        assertThatThrownBy(() -> lessons(List.of(pair), .5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("own.jsonl:7 is a pair: documents and chats can be read");
    }

    @Test
    void aShareIsAboveNothingAndAtMostAll() {
        assertThatThrownBy(() -> lessons(ROWS, 0)).hasMessageContaining("is 0.0: above 0, at most 1");
        assertThatThrownBy(() -> lessons(ROWS, 1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> lessons(ROWS, Double.NaN)).hasMessageContaining("NaN");
    }
}
