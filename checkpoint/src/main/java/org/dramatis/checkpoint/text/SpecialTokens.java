package org.dramatis.checkpoint.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import tools.jackson.databind.JsonNode;

/**
 * The tokens that begin and end what a model reads and says.
 *
 * @param begin of a text; empty where the model has none
 * @param ends each ends a reply
 */
public record SpecialTokens(Optional<Integer> begin, Tokens ends) {

    /**
     * Collects what the files of the folder say. A reply ends with each token that any of them calls an end.
     *
     * @throws CheckpointException when a file names a token that the tokenizer does not have
     */
    public static SpecialTokens of(ModelFolder folder, Tokenizer tokenizer) {
        Map<String, String> written = written(folder);
        Optional<Integer> begin =
                Optional.ofNullable(written.get("bos_token")).map(token -> id(folder, tokenizer, token));
        Set<Integer> ends = new LinkedHashSet<>();
        Optional.ofNullable(written.get("eos_token")).ifPresent(token -> ends.add(id(folder, tokenizer, token)));
        List<Integer> begins = new ArrayList<>();
        for (String file : List.of("generation_config.json", "config.json")) {
            folder.find(file).ifPresent(path -> {
                JsonNode root = JsonFiles.object(path);
                ends.addAll(ids(path + ": eos_token_id", root.path("eos_token_id"), tokenizer));
                begins.addAll(ids(path + ": bos_token_id", root.path("bos_token_id"), tokenizer));
            });
        }
        return new SpecialTokens(
                begin.or(() -> begins.stream().findFirst()),
                Tokens.of(ends.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The tokens that {@code tokenizer_config.json} and {@code special_tokens_map.json} name, such as {@code bos_token}. */
    static Map<String, String> written(ModelFolder folder) {
        Map<String, String> written = new LinkedHashMap<>();
        for (String file : List.of("tokenizer_config.json", "special_tokens_map.json")) {
            folder.find(file)
                    .map(JsonFiles::object)
                    .ifPresent(root -> root.properties().stream()
                            .filter(entry -> entry.getKey().endsWith("_token"))
                            .forEach(entry -> text(entry.getValue())
                                    .ifPresent(text -> written.putIfAbsent(entry.getKey(), text))));
        }
        return written;
    }

    /** A token is its text, or an object that has it as {@code content}. */
    private static Optional<String> text(JsonNode token) {
        JsonNode content = token.isObject() ? token.path("content") : token;
        return content.isString() ? Optional.of(content.asString()) : Optional.empty();
    }

    private static int id(ModelFolder folder, Tokenizer tokenizer, String token) {
        return tokenizer
                .id(token)
                .orElseThrow(() -> new CheckpointException(folder.path() + " names the special token '" + token
                        + "', which is not in its tokenizer.json"));
    }

    /** One number, or a list of them, or none. */
    private static List<Integer> ids(String where, JsonNode node, Tokenizer tokenizer) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        List<Integer> ids = new ArrayList<>();
        for (JsonNode id : node.isArray() ? node : List.of(node)) {
            if (!id.canConvertToInt()
                    || !id.isIntegralNumber()
                    || id.asInt() < 0
                    || id.asInt() >= tokenizer.vocabulary()) {
                throw new CheckpointException(
                        where + " is " + id + ": it must be a whole number from 0 and below " + tokenizer.vocabulary());
            }
            ids.add(id.asInt());
        }
        return ids;
    }
}
