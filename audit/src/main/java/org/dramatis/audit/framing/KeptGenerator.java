package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptFindings;

/**
 * A model that speaks once: what it made up for the same prompts, in the same way and with the same seed is kept, and said again.
 *
 * @param kept findings of this model
 */
public record KeptGenerator(Generator model, KeptFindings kept) implements Generator {
    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        Fingerprint asked = asked(prompts, sampling, seed);
        return kept.find(asked)
                .map(text -> again(SampleText.read(text), listener))
                .orElseGet(() -> {
                    List<Sample> samples = model.generate(prompts, sampling, seed, listener);
                    kept.keep(asked, SampleText.of(samples));
                    return samples;
                });
    }

    private static List<Sample> again(List<Sample> samples, Listener listener) {
        for (int prompt = 0; prompt < samples.size(); prompt++) {
            listener.more(prompt, samples.get(prompt).text());
        }
        return samples;
    }

    private static Fingerprint asked(List<Tokens> prompts, Sampling sampling, long seed) {
        List<String> parts = new ArrayList<>(List.of("replies", SampleText.FORMAT, sampling.toString()));
        parts.add(String.valueOf(seed));
        prompts.forEach(prompt -> parts.add(prompt.toString()));
        return Fingerprint.of(parts.toArray(String[]::new));
    }
}
