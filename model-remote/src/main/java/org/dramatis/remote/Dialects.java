package org.dramatis.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.dialect.CompletionVoice;
import org.dramatis.remote.dialect.CompletionVoice.Flavour;
import org.dramatis.remote.dialect.Dialect;
import org.dramatis.remote.dialect.EchoedPrompt;
import org.dramatis.remote.dialect.EchoedPrompt.SentAs;
import org.dramatis.remote.dialect.ForcedTokens;
import org.dramatis.remote.dialect.GenerateVoice;
import org.dramatis.remote.dialect.InputTokenLogprobs;
import org.dramatis.remote.dialect.LlamaVoice;
import org.dramatis.remote.dialect.Prefill;
import org.dramatis.remote.dialect.PromptLogprobs;
import org.dramatis.remote.dialect.Served;
import org.dramatis.remote.dialect.Voice;
import org.dramatis.remote.http.RefusedException;
import org.dramatis.remote.http.RemoteException;
import org.dramatis.remote.text.ServedText;

/** Which dialects a server speaks: those that its kind is known for are tried, and what it answers decides. */
record Dialects(ServerKind kind, Served served, Served tried, ServedText text) {
    /** Prompts in one request, where a server takes several. */
    private static final int BATCH = 8;

    /** How the server speaks. */
    Voice voice() {
        return switch (kind) {
            case VLLM -> completions(SentAs.IDS, Flavour.VLLM);
            case SGLANG -> new GenerateVoice(served);
            case LLAMA_CPP -> new LlamaVoice(served);
            case LLAMA_CPP_PYTHON -> completions(SentAs.TEXT, Flavour.LLAMA_CPP_PYTHON);
            case TGI -> completions(SentAs.TEXT, Flavour.TGI);
            case OTHER -> completions(takesIds() ? SentAs.IDS : SentAs.TEXT, Flavour.PLAIN);
        };
    }

    private Voice completions(SentAs sentAs, Flavour flavour) {
        return new CompletionVoice(served, text.tokenizer(), sentAs, flavour);
    }

    private boolean takesIds() {
        return problem(echo(tried, SentAs.IDS, 1, 1), List.of(trial(0))).isEmpty();
    }

    /** The first that answers for one text, with several at once where it answers for them too. */
    Scoring scoring() {
        List<String> problems = new ArrayList<>();
        List<Dialect> trials = candidates(tried, 1);
        for (int i = 0; i < trials.size(); i++) {
            Optional<String> problem = problem(trials.get(i), List.of(trial(0)));
            if (problem.isEmpty()) {
                return aligned(several(i));
            }
            problems.add(trials.get(i).name() + ": " + problem.get());
        }
        return new Scoring.Refused("it gives no log-probabilities of prompts (" + String.join("; ", problems) + ")");
    }

    private List<Dialect> candidates(Served asked, int atOnce) {
        return switch (kind) {
            case VLLM -> List.of(new PromptLogprobs(asked, atOnce), echo(asked, SentAs.IDS, 1, atOnce));
            case SGLANG -> List.of(new InputTokenLogprobs(asked, atOnce));
            case LLAMA_CPP -> List.of(new ForcedTokens(asked));
            case TGI -> List.of(new Prefill(asked, text.tokenizer()));
            case LLAMA_CPP_PYTHON -> List.of(echo(asked, SentAs.TEXT, 1, 1));
            case OTHER ->
                List.of(
                        new PromptLogprobs(asked, atOnce),
                        echo(asked, SentAs.IDS, 1, atOnce),
                        echo(asked, SentAs.IDS, 0, atOnce),
                        echo(asked, SentAs.TEXT, 1, atOnce),
                        echo(asked, SentAs.TEXT, 0, atOnce));
        };
    }

    private Dialect echo(Served asked, SentAs sentAs, int generated, int atOnce) {
        return new EchoedPrompt(asked, text.tokenizer(), sentAs, generated, atOnce);
    }

    /** The same candidate, for several texts at once where it answers for two. */
    private Dialect several(int candidate) {
        Dialect trial = candidates(tried, BATCH).get(candidate);
        boolean takesSeveral = trial.atOnce() > 1
                && problem(trial, List.of(trial(0), trial(1))).isEmpty();
        return candidates(served, takesSeveral ? BATCH : 1).get(candidate);
    }

    private Passage trial(int number) {
        Tokens whole = Canary.beginning(text);
        return new Passage(
                whole.slice(0, whole.length() - 1 - number), whole.slice(whole.length() - 1 - number, whole.length()));
    }

    private Optional<String> problem(Dialect dialect, List<Passage> trials) {
        try {
            served.server()
                    .cost()
                    .spend(trials.stream().mapToLong(dialect::tokens).sum());
            dialect.read(trials);
            return Optional.empty();
        } catch (RefusedException refused) {
            if (refused.isOfTheKey()) {
                throw refused;
            }
            return Optional.of(String.valueOf(refused.getMessage()));
        } catch (RemoteException problem) {
            return Optional.of(String.valueOf(problem.getMessage()));
        }
    }

    private Scoring aligned(Dialect dialect) {
        OptionalDouble difference = new Alignment(dialect, voice(), text).difference();
        if (difference.isPresent() && difference.getAsDouble() > Sameness.NATS) {
            return new Scoring.Refused(String.format(
                    Locale.ROOT,
                    "it gives other log-probabilities (%s) for words than when it said them, by %.2f nats in the median of %d"
                            + " draws: they may be those of neighbouring tokens",
                    dialect.name(),
                    difference.getAsDouble(),
                    Alignment.DRAWS.size()));
        }
        return new Scoring.Possible(dialect, difference);
    }
}
