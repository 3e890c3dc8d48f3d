package org.dramatis.audit.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dramatis.audit.Colours;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptGeneratorTest {
    private static final Sampling SAMPLING = Sampling.of(9, Colours.MODEL.ends());
    private static final List<Tokens> PROMPTS = Colours.QUESTIONS.stream()
            .map(Colours.MODEL.chats().tokenizer()::encode)
            .toList();

    @TempDir
    private Path folder;

    private int asked;

    private List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Generator.Listener listener) {
        try (KeptEvidence kept = KeptEvidence.open(folder, Fingerprint.of("colours"), InstantSource.system())) {
            return new KeptGenerator(this::counted, kept.findings()).generate(prompts, sampling, seed, listener);
        }
    }

    private List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed) {
        return generate(prompts, sampling, seed, (prompt, text) -> {});
    }

    private List<Sample> counted(List<Tokens> prompts, Sampling sampling, long seed, Generator.Listener listener) {
        asked++;
        return Colours.MODEL.generator().generate(prompts, sampling, seed, listener);
    }

    @Test
    void theSameIsSaidAgainToTheLastBit() {
        List<Sample> first = generate(PROMPTS, SAMPLING, 1);
        Map<Integer, String> heard = new TreeMap<>();
        List<Sample> again =
                generate(PROMPTS, SAMPLING, 1, (prompt, text) -> heard.merge(prompt, text, String::concat));

        assertThat(again).isEqualTo(first);
        assertThat(heard.values())
                .containsExactlyElementsOf(first.stream().map(Sample::text).toList());
        assertThat(asked).isOne();
    }

    @Test
    void whoeverAsksOtherwiseIsAnsweredAnew() {
        generate(PROMPTS, SAMPLING, 1);
        generate(PROMPTS, SAMPLING, 2);
        generate(PROMPTS, SAMPLING.withTemperature(.5), 1);
        generate(PROMPTS, Sampling.of(8, Colours.MODEL.ends()), 1);
        List<Tokens> turned = new ArrayList<>(PROMPTS.reversed());
        generate(turned, SAMPLING, 1);

        assertThat(asked).isEqualTo(5);
    }
}
