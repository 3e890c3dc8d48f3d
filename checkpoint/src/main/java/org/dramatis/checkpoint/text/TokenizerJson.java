package org.dramatis.checkpoint.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code tokenizer.json}, checked before the native library reads it.
 *
 * @param ids of all tokens, by how they are written
 * @param special tokens that stand for no text, the longest first
 */
record TokenizerJson(Path file, ObjectNode root, Map<String, Integer> ids, List<String> special) {
    static TokenizerJson read(Path file) {
        ObjectNode root = (ObjectNode) JsonFiles.object(file);
        List.of("truncation", "padding").forEach(root::putNull);
        // What the post-processor adds around a text is never asked for.
        root.putNull("post_processor");
        TokenizerParts.check(file, root);
        Map<String, Integer> ids = new HashMap<>();
        root.path("model")
                .path("vocab")
                .properties()
                .forEach(entry -> put(file, ids, entry.getKey(), entry.getValue()));
        List<String> special = new ArrayList<>();
        for (JsonNode token : root.path("added_tokens")) {
            put(file, ids, token.path("content").asString(""), token.path("id"));
            if (token.path("special").asBoolean(false)) {
                special.add(token.path("content").asString());
            }
        }
        special.sort((a, b) -> Integer.compare(b.length(), a.length()));
        return new TokenizerJson(file, root, Map.copyOf(ids), List.copyOf(special));
    }

    private static void put(Path file, Map<String, Integer> ids, String token, JsonNode id) {
        if (token.isEmpty() || !id.canConvertToInt() || !id.isIntegralNumber() || id.asInt() < 0) {
            throw new CheckpointException(file + " gives the token '" + token + "' the id " + id
                    + ": a token has text and a whole number from 0");
        }
        ids.put(token, id.asInt());
    }

    /**
     * The same tokenizer, but special tokens are known only with {@code mark} before them. They change their names in the
     * vocabulary too: the library would give a token that is not there an id of its own.
     */
    String markedSpecials(String mark) {
        ObjectNode marked = root.deepCopy();
        ObjectNode model = (ObjectNode) marked.path("model");
        ObjectNode vocabulary = (ObjectNode) model.path("vocab");
        for (String token : special) {
            Optional.ofNullable(vocabulary.remove(token)).ifPresent(id -> vocabulary.set(mark + token, id));
            if (model.path("unk_token").asString("").equals(token)) {
                model.put("unk_token", mark + token);
            }
        }
        for (JsonNode token : marked.path("added_tokens")) {
            if (token.path("special").asBoolean(false)) {
                ((ObjectNode) token).put("content", mark + token.path("content").asString());
            }
        }
        return marked.toString();
    }
}
