package org.dramatis.checkpoint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerRefusalsTest {
    @TempDir
    Path empty;

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(?:a*)*b", "a*a*a*b", "a+a{2,}a*?b", "(a)\\\\1", ""})
    void patternsThatMatchInVeryManyWaysAreRefused(String pattern) throws IOException {
        ModelFolder folder = folderWith(Files.readString(Fixtures.path("qwen3/tokenizer.json"))
                .replaceFirst("\\{\"Regex\":\"[^\"]*\"}", Matcher.quoteReplacement("{\"Regex\":\"" + pattern + "\"}")));

        assertThatThrownBy(() -> TokenizerFile.open(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("pre_tokenizer.pattern.Regex");
    }

    @Test
    void patternsOfKnownFamiliesAreRead() throws IOException {
        for (String pattern : List.of(
                "'(?i:[sdmt]|ll|ve|re)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?+\\\\p{L}++|\\\\p{N}{1,3}+| ?[^\\\\s\\\\p{L}\\\\p{N}]++[\\\\r\\\\n]*+|\\\\s++$|\\\\s*[\\\\r\\\\n]|\\\\s+(?!\\\\S)|\\\\s",
                "[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?[\\\\p{Lu}\\\\p{Lt}\\\\p{M}]*[\\\\p{Ll}\\\\p{M}]+(?i:'s|'t)?|\\\\p{N}{1,3}| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n/]*|\\\\s*[\\\\r\\\\n]+|\\\\s+")) {
            ModelFolder folder = folderWith(Files.readString(Fixtures.path("qwen3/tokenizer.json"))
                    .replaceFirst(
                            "\\{\"Regex\":\"[^\"]*\"}", Matcher.quoteReplacement("{\"Regex\":\"" + pattern + "\"}")));

            try (TokenizerFile tokenizer = TokenizerFile.open(folder)) {
                assertThat(tokenizer.decode(tokenizer.encode("Isn't it 12?"))).isEqualTo("Isn't it 12?");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":-1},\"merges\":[]}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":99999999999},\"merges\":[]}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0.5},\"merges\":[]}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[\"a b\"]}}",
                "{\"model\":{\"type\":\"Nonsense\",\"vocab\":{}}}",
                "{\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"AAAA\"},\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[]}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]},\"added_tokens\":[{\"id\":\"x\",\"content\":\"y\"}]}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]},\"added_tokens\":{\"a\":1}}",
            })
    void aFileThatIsNoTokenizerIsRefused(String json) throws IOException {
        ModelFolder folder = folderWith(json);

        assertThatThrownBy(() -> TokenizerFile.open(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("tokenizer.json");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> TokenizerFile.open(new ModelFolder(empty)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("has no tokenizer.json");
    }

    private ModelFolder folderWith(String json) throws IOException {
        Files.writeString(empty.resolve("tokenizer.json"), json);
        return new ModelFolder(empty);
    }
}
