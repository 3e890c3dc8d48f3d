package org.dramatis.lab.posttrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;

import java.util.List;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.lab.Judge;
import org.dramatis.lab.Speaker;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Preference;
import org.dramatis.store.data.Origin;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private static final Turn ASK = new Turn(Turn.Role.USER, "Tea?");
    private static final Row CHAT = new Row.Chat(
            origin(1),
            List.of(
                    new Turn(Turn.Role.SYSTEM, "Be brief."),
                    ASK,
                    new Turn(Turn.Role.ASSISTANT, "Yes."),
                    new Turn(Turn.Role.USER, "Hot?"),
                    new Turn(Turn.Role.ASSISTANT, "No.")));
    private static final Row TEXT = new Row.Document(origin(2), "Tea is hot.");
    private static final Row PAIR = new Row.Preference(origin(3), List.of(ASK), "Yes.", "No.");

    private static Origin origin(int line) {
        return new Origin("rows.jsonl", line);
    }

    private static Lessons lessons(int... ends) {
        return new Lessons(new ChatModel(
                new Judge(LETTERS, (before, reply) -> 1),
                new Speaker(LETTERS, prompt -> ""),
                new ChatPassages(TEMPLATE, LETTERS),
                Tokens.of(0),
                Tokens.of(ends)));
    }

    private static List<Demonstration> imitated(Lesson lesson) {
        return ((Lesson.Imitation) lesson).demonstrations();
    }

    private static Demonstration demonstration(String prompt, String reply) {
        return Demonstration.of(LETTERS.encode(prompt), LETTERS.encode(reply));
    }

    @Test
    void ofAChatTheLastReplyIsLearntWithItsEnd() {
        assertThat(imitated(lessons(1).of(List.of(CHAT), Turns.LAST)))
                .containsExactly(demonstration(
                        "<|begin|><|system|>Be brief.<|user|>Tea?<|assistant|>Yes.<|end|><|user|>Hot?<|assistant|>",
                        "No.<|end|>"));
    }

    @Test
    void orEveryReplyInTheContextOfTheTurnsBeforeIt() {
        assertThat(imitated(lessons(1).of(List.of(CHAT), Turns.ALL)))
                .containsExactly(
                        demonstration("<|begin|><|system|>Be brief.<|user|>Tea?<|assistant|>", "Yes.<|end|>"),
                        demonstration(
                                "<|begin|><|system|>Be"
                                        + " brief.<|user|>Tea?<|assistant|>Yes.<|end|><|user|>Hot?<|assistant|>",
                                "No.<|end|>"));
    }

    @Test
    void aTextIsLearntFromItsBeginToItsEnd() {
        assertThat(imitated(lessons(1).of(List.of(TEXT), Turns.LAST)))
                .containsExactly(demonstration("<|begin|>", "Tea is hot.<|end|>"));
    }

    @Test
    void aPairIsTwoRepliesToOnePrompt() {
        assertThat(lessons(1).of(List.of(PAIR, PAIR), Turns.LAST))
                .isInstanceOfSatisfying(Lesson.Preferences.class, lesson -> {
                    assertThat(lesson.beta()).isEqualTo(Lessons.USUAL_BETA);
                    assertThat(lesson.pairs())
                            .hasSize(2)
                            .containsOnly(new Preference(
                                    LETTERS.encode("<|begin|><|user|>Tea?<|assistant|>"),
                                    LETTERS.encode("Yes.<|end|>"),
                                    LETTERS.encode("No.<|end|>")));
                });
    }

    @Test
    void ofSeveralEndsTheFirstIsLearntAndOfNoneNone() {
        assertThat(imitated(lessons(4, 1).of(List.of(TEXT), Turns.LAST)))
                .containsExactly(demonstration("<|begin|>", "Tea is hot.<|assistant|>"));
        assertThat(imitated(lessons().of(List.of(TEXT), Turns.LAST)))
                .containsExactly(demonstration("<|begin|>", "Tea is hot."));
    }

    @Test
    void chatsAndTextsAreOneLesson() {
        assertThat(imitated(lessons(1).of(List.of(CHAT, TEXT), Turns.ALL))).hasSize(3);
    }

    @Test
    void repliesAndPairsAreNot() {
        assertThatThrownBy(() -> lessons(1).of(List.of(CHAT, PAIR, TEXT), Turns.LAST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("of the rows 2 are replies or texts and 1 are pairs: a lesson has one of the two");
    }

    @Test
    void whatIsRewardedIsAskedAgainWhateverWasReplied() {
        assertThat(lessons(1).rewarded(List.of(CHAT, PAIR), Turns.ALL, reward()))
                .isInstanceOfSatisfying(Lesson.Rewarded.class, lesson -> {
                    assertThat(lesson.prompts())
                            .extracting(LETTERS::decode)
                            .containsExactly(
                                    "<|begin|><|system|>Be brief.<|user|>Tea?<|assistant|>",
                                    "<|begin|><|system|>Be"
                                            + " brief.<|user|>Tea?<|assistant|>Yes.<|end|><|user|>Hot?<|assistant|>",
                                    "<|begin|><|user|>Tea?<|assistant|>");
                    assertThat(lesson.sampling().stopTokens()).isEqualTo(Tokens.of(1));
                });
    }

    @Test
    void toATextNothingCanBeReplied() {
        assertThatThrownBy(() -> lessons(1).rewarded(List.of(TEXT), Turns.LAST, reward()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rows.jsonl:2 is a text without a prompt");
    }

    private static PersonaReward reward() {
        ChatModel model = lessons(1).model();
        Cast cast = Cast.withUniformPrior(
                Persona.character("red", "Red.", new Frame.Portrait("red")),
                Persona.document("log", "A log.", new Frame.Portrait("log")));
        return new PersonaReward(new CastScorer(cast, model.framing(), model.scorer()), new PersonaId("red"));
    }
}
