package org.dramatis.checkpoint.text;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dramatis.checkpoint.CheckpointException;
import tools.jackson.databind.JsonNode;

/**
 * What a {@code tokenizer.json} may ask of the native library. It ends the process where it is asked for what it did not expect,
 * so that nothing is handed to it but what is known to be safe.
 */
final class TokenizerParts {
    private static final List<String> PARTS = List.of("normalizer", "pre_tokenizer", "decoder");

    private static final Set<String> TYPES = Set.of(
            "Sequence",
            "NFC",
            "NFD",
            "NFKC",
            "NFKD",
            "Lowercase",
            "Prepend",
            "Replace",
            "Strip",
            "ByteLevel",
            "Metaspace",
            "Split",
            "Digits",
            "ByteFallback",
            "Fuse");

    /** What may match in very many ways: the tokenizers of the known families have no repeated groups and no references back. */
    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+{]|\\\\[1-9kg]");

    private static final Pattern ESCAPES_AND_CLASSES = Pattern.compile("\\\\[pP]\\{[^}]*}|\\\\.|\\[[^]]*]");

    /** Greedy, lazy and possessive ones. */
    private static final Pattern REPETITION = Pattern.compile("(?:[*+]|\\{\\d*,})[+?]?");

    private static final int MOST_REPETITIONS = 2;

    private static final int LONGEST_PATTERN = 2_000;

    private TokenizerParts() {}

    static void check(Path file, JsonNode root) {
        JsonNode model = root.path("model");
        String type = model.path("type").asString("BPE");
        require(type.equals("BPE"), file, "model.type", model.path("type"), "BPE");
        require(
                model.path("vocab").isObject(),
                file,
                "model.vocab",
                model.path("vocab").getNodeType(),
                "a JSON object");
        require(
                model.path("merges").isArray(),
                file,
                "model.merges",
                model.path("merges").getNodeType(),
                "a list");
        for (String affix : List.of("continuing_subword_prefix", "end_of_word_suffix")) {
            require(isNothing(model.path(affix)), file, "model." + affix, model.path(affix), "empty");
        }
        require(isNothing(model.path("dropout")), file, "model.dropout", model.path("dropout"), "null");
        require(
                root.path("added_tokens").isMissingNode()
                        || root.path("added_tokens").isArray(),
                file,
                "added_tokens",
                root.path("added_tokens").getNodeType(),
                "a list");
        PARTS.forEach(part -> checkPart(file, part, root.path(part)));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isString() && node.asString().isEmpty());
    }

    private static void checkPart(Path file, String where, JsonNode part) {
        if (part.isNull() || part.isMissingNode()) {
            return;
        }
        String type = part.path("type").asString("");
        require(
                TYPES.contains(type),
                file,
                where + ".type",
                part.path("type"),
                "one of " + TYPES.stream().sorted().toList());
        for (String inner : List.of("normalizers", "pretokenizers", "decoders")) {
            part.path(inner).forEach(child -> checkPart(file, where, child));
        }
        JsonNode pattern = part.path("pattern").path("Regex");
        require(
                pattern.isMissingNode() || isSafe(pattern.asString("")),
                file,
                where + ".pattern.Regex",
                pattern,
                "at most " + LONGEST_PATTERN + " characters, with at most " + MOST_REPETITIONS
                        + " repetitions in each alternative and without groups that are repeated");
        JsonNode literal = part.path("pattern").path("String");
        require(
                !literal.isString() || !literal.asString().isEmpty(),
                file,
                where + ".pattern.String",
                literal,
                "of some length");
        if (where.equals("decoder") && type.equals("Strip")) {
            require(part.path("stop").asInt(0) == 0, file, "decoder.stop", part.path("stop"), "0");
        }
    }

    private static boolean isSafe(String pattern) {
        return !pattern.isEmpty()
                && pattern.length() <= LONGEST_PATTERN
                && !REPEATED_GROUP.matcher(pattern).find()
                && Arrays.stream(ESCAPES_AND_CLASSES
                                .matcher(pattern)
                                .replaceAll("x")
                                .split("\\|", -1))
                        .allMatch(alternative ->
                                REPETITION.matcher(alternative).results().count() <= MOST_REPETITIONS);
    }

    private static void require(boolean holds, Path file, String what, Object value, String allowed) {
        if (!holds) {
            String shown = String.valueOf(value);
            throw new CheckpointException(file + ": " + what + " is "
                    + (shown.length() > 100 ? shown.substring(0, 100) + "..." : shown) + ": it must be " + allowed);
        }
    }
}
