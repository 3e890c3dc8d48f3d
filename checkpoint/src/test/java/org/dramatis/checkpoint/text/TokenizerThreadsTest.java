package org.dramatis.checkpoint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TokenizerThreadsTest {
    @Test
    void manyThreadsGetWhatOneGets() throws Exception {
        List<JsonNode> rows = Fixtures.rows("qwen3/texts.json");
        try (TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("qwen3"));
                var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Tokens>> results = new ArrayList<>();
            for (int i = 0; i < 20 * rows.size(); i++) {
                String text = rows.get(i % rows.size()).path("text").asString();
                results.add(threads.submit(() -> tokenizer.encode(tokenizer.quote(text))));
            }
            for (int i = 0; i < results.size(); i++) {
                if (!rows.get(i % rows.size()).path("name").asString().startsWith("written out")) {
                    assertThat(results.get(i).get()).isEqualTo(Fixtures.ids(rows.get(i % rows.size())));
                }
            }
        }
    }

    @Test
    void closingWhileOthersEncodeIsAnExceptionAndNoCrash() throws Exception {
        for (int round = 0; round < 20; round++) {
            TokenizerFile tokenizer = TokenizerFile.open(Fixtures.folder("gpt2"));
            try (var threads = Executors.newFixedThreadPool(4)) {
                List<Future<?>> results = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    results.add(threads.submit(() -> {
                        for (int i = 0; i < 1_000_000; i++) {
                            tokenizer.encode("the lantern on the quay");
                        }
                    }));
                }
                tokenizer.close();
                for (Future<?> result : results) {
                    assertThatThrownBy(result::get).hasCauseInstanceOf(IllegalStateException.class);
                }
            }
            tokenizer.close();
            assertThatThrownBy(() -> tokenizer.decode(Tokens.of(1))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> tokenizer.encode(tokenizer.quote("<|endoftext|>")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
