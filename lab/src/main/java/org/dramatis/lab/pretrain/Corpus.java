package org.dramatis.lab.pretrain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.stage.document.Document;
import org.dramatis.stage.document.Scribe;

/** The documents of a world that a model learns from, and others that it never sees. */
public record Corpus(Scribe scribe) {
    private static final int AT_ONCE = 2000;

    /** Documents from this number on are for measuring. */
    private static final long UNSEEN = 1L << 40;

    /** Documents from this number on are for training that goes on. */
    private static final long FURTHER = 1L << 41;

    /** What a tokenizer is learnt from: the words of the first documents. */
    Iterable<String> words(int documents) {
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < documents;
            }

            @Override
            public String next() {
                return words(scribe.document(next++));
            }
        };
    }

    private static String words(Document document) {
        return switch (document.body()) {
            case Document.Talk(var turns) ->
                String.join("\n", turns.stream().map(Turn::text).toList());
            case Document.Text(String text) -> text;
        };
    }

    /** The first documents, but for those that are longer than the context. */
    List<Demonstration> lessons(long count, DocumentTokens tokens, int context) {
        return lessons(0, count, tokens, context);
    }

    /** As many again, of those that neither pre-training nor measuring reads. */
    List<Demonstration> further(long count, DocumentTokens tokens, int context) {
        return lessons(FURTHER, FURTHER + count, tokens, context);
    }

    private List<Demonstration> lessons(long first, long end, DocumentTokens tokens, int context) {
        List<Demonstration> lessons = new ArrayList<>();
        for (long from = first; from < end; from += AT_ONCE) {
            for (Tokens document : tokens.of(scribe.documents(from, Math.min(end, from + AT_ONCE)))) {
                if (document.length() <= context) {
                    lessons.add(Demonstration.ofDocument(document));
                }
            }
        }
        return lessons;
    }

    /** The documents that training begins with. */
    public List<Document> first(int count) {
        return scribe.documents(0, count);
    }

    /** Documents that no training saw. */
    public List<Document> unseen(int count) {
        return scribe.documents(UNSEEN, UNSEEN + count);
    }
}
