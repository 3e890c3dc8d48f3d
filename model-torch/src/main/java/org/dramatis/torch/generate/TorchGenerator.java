package org.dramatis.torch.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.KeyValues;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.Vocabulary;

/**
 * Draws replies in rows that grow together. Each draws from random numbers of its own, made from the seed and its place, and all
 * that rows share is the shape of matrices. Rounding may depend on that: a draw that falls within about 1e-6 of the border
 * between two tokens can turn out differently in other company.
 */
public final class TorchGenerator implements Generator {
    /** Enough for long matrices. */
    private static final int MOST_ROWS = 64;

    private static final long MOST_BYTES = 1L << 30;

    private final Transformer transformer;
    private final Tokenizer tokenizer;
    private final Workers workers;
    private final Hooks hooks;

    public TorchGenerator(Transformer transformer, Tokenizer tokenizer, Workers workers, Hooks hooks) {
        this.transformer = transformer;
        this.tokenizer = tokenizer;
        this.workers = workers;
        this.hooks = hooks;
    }

    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        prompts.forEach(this::check);
        List<OpenReply> replies = new ArrayList<>();
        StopStrings stops = new StopStrings(sampling.stopStrings());
        long first = new SplittableRandom(seed).nextLong(); // or seeds that follow each other would share their numbers
        for (int i = 0; i < prompts.size(); i++) {
            int place = i;
            replies.add(new OpenReply(
                    prompts.get(i),
                    sampling,
                    architecture().context(),
                    new SplittableRandom(first + i),
                    new ReplyText(tokenizer, stops, text -> listener.more(place, text))));
        }
        List<List<OpenReply>> chunks = chunks(replies, rowsOfChunk(prompts, sampling));
        // Embeddings are often longer than the vocabulary, to round its size: those ids have no text.
        int drawable = Math.min(architecture().vocabulary(), tokenizer.vocabulary());
        workers.map(chunks.size(), i -> {
            new ReplyRows(transformer, hooks, new Draw(sampling, drawable), chunks.get(i)).run();
            return i;
        });
        return replies.stream().map(OpenReply::sample).toList();
    }

    private Architecture architecture() {
        return transformer.architecture();
    }

    private void check(Tokens prompt) {
        if (prompt.isEmpty()) {
            throw new IllegalArgumentException(
                    "a prompt is empty: it needs one token at least, the beginning-of-text token say");
        }
        if (prompt.length() >= architecture().context()) {
            throw new IllegalArgumentException("a prompt of " + prompt.length() + " tokens leaves no room for a reply:"
                    + " the model reads " + architecture().context() + " at once");
        }
        Vocabulary.require(prompt, architecture());
    }

    /** As few chunks as memory allows, but the same number for every worker. */
    private int rowsOfChunk(List<Tokens> prompts, Sampling sampling) {
        long longest = prompts.stream().mapToInt(Tokens::length).max().orElse(0) + (long) sampling.most();
        long rowBytes = KeyValues.bytesPerToken(architecture())
                * Math.min(longest, architecture().context());
        int most = Math.clamp(MOST_BYTES / rowBytes, 1, MOST_ROWS);
        int rounds = Math.ceilDiv(prompts.size(), most * workers.count());
        return Math.max(1, Math.ceilDiv(prompts.size(), Math.max(1, rounds) * workers.count()));
    }

    /** Equal prompts, and those with the same beginning, lie together, so that they are read once. */
    private static List<List<OpenReply>> chunks(List<OpenReply> replies, int rows) {
        List<OpenReply> sorted = replies.stream()
                .sorted(Comparator.comparing(reply -> reply.prompt().toArray(), Arrays::compare))
                .toList();
        return IntStream.range(0, Math.ceilDiv(sorted.size(), rows))
                .mapToObj(i -> sorted.subList(i * rows, Math.min((i + 1) * rows, sorted.size())))
                .toList();
    }
}
