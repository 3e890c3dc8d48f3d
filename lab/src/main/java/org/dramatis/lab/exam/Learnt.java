package org.dramatis.lab.exam;

import java.util.Arrays;
import java.util.List;
import org.dramatis.lab.pretrain.Corpus;
import org.dramatis.lab.pretrain.DocumentTokens;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokens;
import org.dramatis.stage.document.Document;

/**
 * How much of what can be learnt was learnt, on documents that no training saw, in nats a token.
 *
 * @param unigram what remains when only the frequency of pieces is known
 * @param model what remains to the model
 * @param grammar the information in the choices that made the documents: nobody can do better where no two ways of choosing write
 *     the same text, and little better otherwise
 */
public record Learnt(double unigram, double model, double grammar, int documents, long tokens) {
    private static final int DOCUMENTS_FOR_FREQUENCIES = 5_000;

    /** {@code (unigram - model) / (unigram - grammar)}. */
    public double share() {
        return (unigram - model) / (unigram - grammar);
    }

    static Learnt of(Corpus corpus, DocumentTokens reader, TokenScorer scorer, int count) {
        double[] logs = logFrequencies(corpus, reader);
        List<Document> documents = corpus.unseen(count);
        List<Tokens> texts = reader.of(documents);
        List<Score> scores = scorer.score(texts.stream()
                .map(text -> new Passage(text.slice(0, 1), text.slice(1, text.length())))
                .toList());
        double unigram = 0;
        double model = 0;
        double grammar = 0;
        long tokens = 0;
        int scored = 0;
        for (int i = 0; i < count; i++) {
            if (scores.get(i) instanceof Score.Scored known) {
                model -= known.total();
                grammar += documents.get(i).nats();
                for (int t = 1; t < texts.get(i).length(); t++) {
                    unigram -= logs[texts.get(i).at(t)];
                }
                tokens += texts.get(i).length() - 1;
                scored++;
            }
        }
        return new Learnt(unigram / tokens, model / tokens, grammar / tokens, scored, tokens);
    }

    /** Of every piece, each counted once more than it occurs. */
    private static double[] logFrequencies(Corpus corpus, DocumentTokens reader) {
        double[] counts = new double[reader.tokenizer().vocabulary()];
        Arrays.fill(counts, 1);
        double sum = counts.length;
        for (Tokens text : reader.of(corpus.first(DOCUMENTS_FOR_FREQUENCIES))) {
            for (int t = 1; t < text.length(); t++) {
                counts[text.at(t)]++;
                sum++;
            }
        }
        for (int id = 0; id < counts.length; id++) {
            counts[id] = Math.log(counts[id] / sum);
        }
        return counts;
    }
}
