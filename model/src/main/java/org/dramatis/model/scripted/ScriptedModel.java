package org.dramatis.model.scripted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;

/**
 * A model whose next token follows a script: log-probabilities as a function of the tokens so far. What it scores and samples can
 * be worked out by hand.
 *
 * <pre>{@code
 * var coin = new ScriptedModel(new PieceTokenizer(List.of("a", "b")), 16, soFar -> LogVector.of(Math.log(0.75), Math.log(0.25)));
 * }</pre>
 */
public record ScriptedModel(Tokenizer tokenizer, int context, Script script) implements TokenScorer, Generator {
    /** What comes next. */
    @FunctionalInterface
    public interface Script {
        /** The log-probability of each token of the vocabulary behind these; they sum to probability 1. */
        LogVector next(Tokens soFar);
    }

    private static final double ROUNDING = 1e-9;

    public ScriptedModel {
        if (context < 2) {
            throw new IllegalArgumentException(
                    "a context of " + context + ": it must be at least 2, to read one token and say one");
        }
    }

    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        return passages.stream().map(passage -> score(passage, tooLong)).toList();
    }

    private Score score(Passage passage, TooLong tooLong) {
        requireKnown(passage.prefix());
        requireKnown(passage.continuation());
        if (passage.continuation().isEmpty()) {
            return new Score.Unscorable(new Reason(Reason.Kind.EMPTY_REPLY, "the continuation has no tokens"));
        }
        if (passage.length() > context && tooLong == TooLong.REFUSE) {
            return new Score.Unscorable(new Reason(
                    Reason.Kind.TOO_LONG,
                    passage.length() + " tokens, of which the model reads " + context + " at once"));
        }
        Tokens all = passage.prefix().followedBy(passage.continuation());
        double[] logs = new double[passage.continuation().length()];
        for (int t = 0; t < logs.length; t++) {
            int at = passage.prefix().length() + t;
            logs[t] = next(all.slice(Math.max(0, at - (context - 1)), at)).at(all.at(at));
        }
        return new Score.Scored(LogVector.of(logs));
    }

    /** Top-p and top-k are not for scripts: they are refused. */
    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        if (sampling.topK() != 0 || sampling.topP() != 1) {
            throw new IllegalArgumentException("a scripted model draws among all tokens: top-k must be 0 and top-p 1");
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            Sample sample = generate(prompts.get(i), sampling, new SplittableRandom(seed + i));
            listener.more(i, sample.text());
            samples.add(sample);
        }
        return samples;
    }

    private Sample generate(Tokens prompt, Sampling sampling, SplittableRandom random) {
        requireKnown(prompt);
        if (prompt.isEmpty() || prompt.length() >= context) {
            throw new IllegalArgumentException(
                    "a prompt of " + prompt.length() + " tokens: it must have at least 1 and leave room in " + context);
        }
        Tokens reply = Tokens.NONE;
        List<Double> logs = new ArrayList<>();
        while (true) {
            if (reply.length() == sampling.most()) {
                return sample(reply, logs, Sample.End.LENGTH);
            }
            if (prompt.length() + reply.length() == context) {
                return sample(reply, logs, Sample.End.CONTEXT);
            }
            LogVector next = next(prompt.followedBy(reply));
            int token = draw(next, sampling.temperature(), random);
            if (contains(sampling.stopTokens(), token)) {
                return sample(reply, logs, Sample.End.STOP_TOKEN);
            }
            reply = reply.followedBy(Tokens.of(token));
            logs.add(next.at(token));
            Optional<Integer> stop = stop(tokenizer.decode(reply), sampling.stopStrings());
            if (stop.isPresent()) {
                return new Sample(
                        reply, tokenizer.decode(reply).substring(0, stop.get()), logs, Sample.End.STOP_STRING);
            }
        }
    }

    private Sample sample(Tokens reply, List<Double> logs, Sample.End end) {
        return new Sample(reply, tokenizer.decode(reply), logs, end);
    }

    private static boolean contains(Tokens tokens, int token) {
        for (int i = 0; i < tokens.length(); i++) {
            if (tokens.at(i) == token) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Integer> stop(String text, List<String> stopStrings) {
        return stopStrings.stream().map(text::indexOf).filter(at -> at >= 0).min(Integer::compare);
    }

    /** {@code p_i^(1/T) / sum_j p_j^(1/T)}; the likeliest at temperature 0. */
    private static int draw(LogVector next, double temperature, SplittableRandom random) {
        if (temperature == 0) {
            return next.argMax();
        }
        LogVector tempered = next.tempered(1 / temperature);
        double left = random.nextDouble() * Math.exp(tempered.logSum() - tempered.max());
        for (int token = 0; token < tempered.size(); token++) {
            left -= Math.exp(tempered.at(token) - tempered.max());
            if (left < 0) {
                return token;
            }
        }
        return tempered.argMax();
    }

    private LogVector next(Tokens soFar) {
        LogVector next = script.next(soFar);
        if (next.size() != tokenizer.vocabulary() || Math.abs(next.logSum()) > ROUNDING) {
            throw new IllegalStateException(
                    "the script gives " + next.size() + " probabilities with the sum " + Math.exp(next.logSum())
                            + " behind " + soFar + ": they must be " + tokenizer.vocabulary() + " with the sum 1");
        }
        return next;
    }

    private void requireKnown(Tokens tokens) {
        for (int i = 0; i < tokens.length(); i++) {
            if (tokens.at(i) >= tokenizer.vocabulary()) {
                throw new IllegalArgumentException(
                        "token " + i + " has id " + tokens.at(i) + ": ids are smaller than " + tokenizer.vocabulary());
            }
        }
    }
}
