package org.dramatis.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.dialect.Dialect;
import org.dramatis.remote.dialect.Voice;
import org.dramatis.remote.http.RemoteException;
import org.dramatis.remote.http.Server;

/**
 * Lets a server speak. Replies come whole, and with a seed for each: whether the server then says the same again is its own affair.
 *
 * @param reader of what it said, for servers that do not say in which tokens; empty where it cannot read
 */
record RemoteSpeaker(Server server, Voice voice, Tokenizer tokenizer, OptionalInt context, Optional<Dialect> reader)
        implements Generator {

    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        prompts.forEach(this::requireRoom);
        AtomicReferenceArray<Optional<Sample>> samples = new AtomicReferenceArray<>(prompts.size());
        List<Runnable> pieces = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            int place = i;
            pieces.add(() -> {
                long own = new SplittableRandom(seed).split().nextLong() + place;
                Sample sample = sample(prompts.get(place), sampling, own);
                listener.more(place, sample.text());
                samples.set(place, Optional.of(sample));
            });
        }
        new Crew(server.pace()).work(pieces).ifPresent(problem -> {
            throw problem;
        });
        List<Sample> all = new ArrayList<>();
        for (int place = 0; place < prompts.size(); place++) {
            all.add(samples.get(place).orElseThrow());
        }
        return all;
    }

    private void requireRoom(Tokens prompt) {
        if (prompt.isEmpty() || prompt.length() >= context.orElse(Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("a prompt of " + prompt.length()
                    + " tokens: it must have at least 1 and leave" + " room in " + context.orElse(Integer.MAX_VALUE));
        }
    }

    private Sample sample(Tokens prompt, Sampling sampling, long seed) {
        server.cost().spend(prompt.length() + (long) sampling.most());
        Voice.Said said = voice.speak(prompt, sampling, seed);
        Tokens tokens = said.tokens().orElseGet(() -> tokenizer.encode(tokenizer.quote(said.text())));
        return new Sample(tokens, said.text(), logs(prompt, tokens, said), said.end());
    }

    /** Where the server says its words in other tokens than it reads them in, it is asked again, for those it reads. */
    private List<Double> logs(Tokens prompt, Tokens tokens, Voice.Said said) {
        if (tokens.isEmpty() || tokens.length() == said.logs().size()) {
            return tokens.isEmpty() ? List.of() : said.logs();
        }
        Passage passage = new Passage(prompt, tokens);
        Dialect dialect = reader.orElseThrow(() -> new RemoteException("the server said " + tokens.length()
                + " tokens with " + said.logs().size() + " log-probabilities, and cannot be asked for the others"));
        server.cost().spend(dialect.tokens(passage));
        LogVector read = dialect.read(List.of(passage)).getFirst();
        List<Double> logs = new ArrayList<>();
        for (int t = 0; t < read.size(); t++) {
            logs.add(read.at(t));
        }
        return logs;
    }
}
