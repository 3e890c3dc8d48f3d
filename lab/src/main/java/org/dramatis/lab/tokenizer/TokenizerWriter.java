package org.dramatis.lab.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.checkpoint.CheckpointException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a tokenizer with roles, as other tools read them: {@code tokenizer.json}, {@code tokenizer_config.json},
 * {@code chat_template.jinja}, {@code generation_config.json}.
 *
 * <p>A text stands between {@code <|begin|>} and {@code <|end|>}; in a talk each turn begins with its role, and the assistant's
 * ends with {@code <|end|>} too.
 */
public record TokenizerWriter(BytePairs pairs, int context) {
    public static final String BEGIN = "<|begin|>";
    public static final String END = "<|end|>";
    private static final List<String> SPECIAL = List.of(BEGIN, END, "<|system|>", "<|user|>", "<|assistant|>");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final String CHAT_TEMPLATE = """
            {{- bos_token -}}
            {%- for message in messages -%}
            {%- if message['role'] not in ['system', 'user', 'assistant'] -%}
            {{- raise_exception('the roles are system, user and assistant, not ' ~ message['role']) -}}
            {%- endif -%}
            {{- '<|' ~ message['role'] ~ '|>' ~ message['content'] -}}
            {%- if message['role'] == 'assistant' -%}{{- eos_token -}}{%- endif -%}
            {%- endfor -%}
            {%- if add_generation_prompt -%}{{- '<|assistant|>' -}}{%- endif -%}
            """;

    /** How many ids there are. */
    public int vocabulary() {
        return SPECIAL.size() + pairs.vocabulary().size();
    }

    public void write(Path folder) {
        write(folder, "tokenizer.json", tokenizer());
        write(folder, "tokenizer_config.json", config());
        write(folder, "generation_config.json", generation());
        write(folder, "chat_template.jinja", CHAT_TEMPLATE);
    }

    private JsonNode tokenizer() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", "1.0").putNull("truncation").putNull("padding");
        ArrayNode added = json.putArray("added_tokens");
        for (int id = 0; id < SPECIAL.size(); id++) {
            added.addObject()
                    .put("id", id)
                    .put("content", SPECIAL.get(id))
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        json.putNull("normalizer");
        byteLevel(json.putObject("pre_tokenizer"));
        json.putNull("post_processor");
        byteLevel(json.putObject("decoder"));
        model(json.putObject("model"));
        return json;
    }

    private static void byteLevel(ObjectNode step) {
        step.put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", true);
    }

    private void model(ObjectNode model) {
        model.put("type", "BPE")
                .putNull("dropout")
                .putNull("unk_token")
                .putNull("continuing_subword_prefix")
                .putNull("end_of_word_suffix")
                .put("fuse_unk", false)
                .put("byte_fallback", false)
                .put("ignore_merges", false);
        ObjectNode vocabulary = model.putObject("vocab");
        SPECIAL.forEach(token -> vocabulary.put(token, vocabulary.size()));
        pairs.vocabulary().forEach(piece -> vocabulary.put(piece, vocabulary.size()));
        ArrayNode merges = model.putArray("merges");
        pairs.merges().forEach(pair -> merges.addArray().add(pair.left()).add(pair.right()));
    }

    private JsonNode config() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("tokenizer_class", "PreTrainedTokenizerFast")
                .put("bos_token", BEGIN)
                .put("eos_token", END)
                .put("pad_token", END)
                .put("clean_up_tokenization_spaces", false)
                .put("model_max_length", context);
    }

    private static JsonNode generation() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("bos_token_id", SPECIAL.indexOf(BEGIN))
                .put("eos_token_id", SPECIAL.indexOf(END));
    }

    private static void write(Path folder, String name, JsonNode json) {
        write(folder, name, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }

    private static void write(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException problem) {
            throw new CheckpointException(
                    folder.resolve(name) + " cannot be written: " + problem.getMessage(), problem);
        }
    }
}
