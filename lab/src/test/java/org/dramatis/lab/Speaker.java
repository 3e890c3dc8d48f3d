package org.dramatis.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;

/** Says what it was written to say to each prompt. */
public record Speaker(Tokenizer tokenizer, UnaryOperator<String> words) implements Generator {
    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        List<Sample> samples = new ArrayList<>();
        for (Tokens prompt : prompts) {
            String text = words.apply(tokenizer.decode(prompt));
            Tokens tokens = tokenizer.encode(text);
            samples.add(new Sample(tokens, text, Collections.nCopies(tokens.length(), 0.0), Sample.End.STOP_TOKEN));
        }
        return samples;
    }
}
