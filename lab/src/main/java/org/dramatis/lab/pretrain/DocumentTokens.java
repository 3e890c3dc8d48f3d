package org.dramatis.lab.pretrain;

import java.util.List;
import org.dramatis.lab.tokenizer.TokenizerWriter;
import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.stage.document.Document;

/** Documents as a model reads them: talks in its chat template, other texts from their begin to their end. */
public record DocumentTokens(ChatTemplate template, Tokenizer tokenizer) {
    public List<Tokens> of(List<Document> documents) {
        return tokenizer.encodeAll(documents.stream().map(this::text).toList());
    }

    private String text(Document document) {
        return switch (document.body()) {
            case Document.Talk(var turns) -> template.render(turns, false);
            case Document.Text(String text) -> TokenizerWriter.BEGIN + text + TokenizerWriter.END;
        };
    }
}
