package org.dramatis.torch.train;

import java.nio.file.Path;
import java.util.List;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import tools.jackson.databind.JsonNode;

/** What {@code adapter_config.json} says of an adapter that can be read. */
record AdapterConfig(int rank, double scale) {
    private static final int MOST = 1 << 16;

    /** @throws CheckpointException when it is more than plain LoRA of one rank */
    static AdapterConfig read(Path file) {
        JsonNode json = JsonFiles.object(file);
        if (!"LORA".equals(json.path("peft_type").asString("nothing"))) {
            throw wrong(file, json, "peft_type", "LORA");
        }
        for (String field :
                List.of("use_rslora", "use_dora", "alora_invocation_tokens", "modules_to_save", "lora_bias")) {
            JsonNode value = json.path(field);
            if (!value.isMissingNode() && !value.isNull() && !(value.isBoolean() && !value.booleanValue())) {
                throw wrong(file, json, field, "null or false (only plain LoRA is read)");
            }
        }
        for (String field : List.of("rank_pattern", "alpha_pattern")) {
            if (!json.path(field).isEmpty()) {
                throw wrong(file, json, field, "empty (one rank and one alpha for all modules)");
            }
        }
        if (!"none".equals(json.path("bias").asString("none"))) {
            throw wrong(file, json, "bias", "none");
        }
        double rank = number(file, json, "r");
        return new AdapterConfig((int) rank, number(file, json, "lora_alpha") / rank);
    }

    private static double number(Path file, JsonNode json, String field) {
        double number = json.path(field).asDouble(0);
        if (!(number > 0 && number <= MOST) || (field.equals("r") && number != Math.rint(number))) {
            throw wrong(file, json, field, "a number above 0 and at most " + MOST);
        }
        return number;
    }

    private static CheckpointException wrong(Path file, JsonNode json, String field, String allowed) {
        return new CheckpointException(
                file + ": the field '" + field + "' is " + json.path(field) + ", where " + allowed + " must be");
    }
}
