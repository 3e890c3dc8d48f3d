package org.dramatis.lab.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;

import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.document.Document;
import org.dramatis.stage.world.Kind;
import org.junit.jupiter.api.Test;

class DocumentTokensTest {
    private final DocumentTokens reader = new DocumentTokens(TEMPLATE, LETTERS);

    private String read(Kind kind, Document.Body body) {
        return LETTERS.decode(reader.of(List.of(new Document(kind, Optional.empty(), body, 1)))
                .getFirst());
    }

    @Test
    void aTalkIsReadInTheChatTemplate() {
        assertThat(read(
                        Kind.CHAT,
                        new Document.Talk(List.of(
                                new Turn(Turn.Role.USER, "Heads or tails?"), new Turn(Turn.Role.ASSISTANT, "Heads.")))))
                .isEqualTo("<|begin|><|user|>Heads or tails?<|assistant|>Heads.<|end|>");
    }

    @Test
    void anyOtherTextStandsBetweenItsBeginAndItsEnd() {
        assertThat(read(Kind.SPEAKERLESS, new Document.Text("one box, two hats")))
                .isEqualTo("<|begin|>one box, two hats<|end|>");
    }
}
