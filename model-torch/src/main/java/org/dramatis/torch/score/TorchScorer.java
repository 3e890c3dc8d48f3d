package org.dramatis.torch.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.Score.Scored;
import org.dramatis.model.score.Score.Unscorable;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.KeyValues;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.Vocabulary;
import org.dramatis.torch.prefix.PrefixTree;

/** Scores any passages: equal ones once, long ones as asked, in portions whose shared prefixes fit into memory. */
public final class TorchScorer implements TokenScorer {
    private static final long PORTION_BYTES = 1L << 30;

    private final Architecture architecture;
    private final PassageScorer scorer;

    public TorchScorer(Transformer transformer, Workers workers, Hooks hooks) {
        this.architecture = transformer.architecture();
        this.scorer = new PassageScorer(transformer, workers, hooks);
    }

    @Override
    public int context() {
        return architecture.context();
    }

    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        passages.forEach(passage -> {
            Vocabulary.require(passage.prefix(), architecture);
            Vocabulary.require(passage.continuation(), architecture);
        });
        List<List<Passage>> parts =
                passages.stream().map(passage -> parts(passage, tooLong)).toList();
        Map<Passage, Score> scores = new HashMap<>();
        for (List<Passage> portion :
                portions(parts.stream().flatMap(List::stream).distinct().toList())) {
            List<Score> scored = scorer.score(portion);
            for (int i = 0; i < portion.size(); i++) {
                scores.put(portion.get(i), scored.get(i));
            }
        }
        List<Score> results = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            results.add(
                    parts.get(i).isEmpty()
                            ? new Unscorable(why(passages.get(i)))
                            : joined(parts.get(i).stream()
                                    .map(part -> Objects.requireNonNull(scores.get(part)))
                                    .toList()));
        }
        return results;
    }

    /** The passages to be scored in place of one; none where it cannot be. */
    private List<Passage> parts(Passage passage, TooLong tooLong) {
        if (passage.continuation().isEmpty()) {
            return List.of();
        }
        if (passage.length() <= context() + 1) { // the last token is predicted, never read
            return List.of(passage);
        }
        return switch (tooLong) {
            case REFUSE -> List.of();
            case SLIDE -> SlidingWindows.of(passage, context());
        };
    }

    private Reason why(Passage passage) {
        return passage.continuation().isEmpty()
                ? new Reason(Reason.Kind.EMPTY_REPLY, "the continuation has no tokens")
                : new Reason(
                        Reason.Kind.TOO_LONG,
                        "a prefix of " + passage.prefix().length() + " tokens and a continuation of "
                                + passage.continuation().length() + "; the model reads " + context() + " at once");
    }

    private static Score joined(List<Score> parts) {
        return parts.stream()
                .reduce((a, b) -> a instanceof Scored before && b instanceof Scored after
                        ? new Scored(LogVector.of(DoubleStream.concat(
                                        DoubleStream.of(
                                                before.logProbabilities().toArray()),
                                        DoubleStream.of(after.logProbabilities().toArray()))
                                .toArray()))
                        : a instanceof Unscorable ? a : b)
                .orElseThrow();
    }

    /** Passages with the same beginnings come into the same portion. */
    private List<List<Passage>> portions(List<Passage> passages) {
        long tokenBytes = KeyValues.bytesPerToken(architecture);
        List<Passage> sorted = passages.stream()
                .sorted(Comparator.comparing(Passage::prefix, PrefixTree::compare))
                .toList();
        List<List<Passage>> portions = new ArrayList<>();
        long bytes = PORTION_BYTES;
        for (Passage passage : sorted) {
            bytes += passage.length() * tokenBytes;
            if (bytes > PORTION_BYTES) {
                portions.add(new ArrayList<>());
                bytes = passage.length() * tokenBytes;
            }
            portions.getLast().add(passage);
        }
        return portions;
    }
}
