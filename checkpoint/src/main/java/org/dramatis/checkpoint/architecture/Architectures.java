package org.dramatis.checkpoint.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the {@code config.json} of a folder, as versions 4 and 5 of transformers write it.
 *
 * <pre>{@code
 * Architecture architecture = Architectures.read("model/config.json", JsonFiles.object(file), names);
 * }</pre>
 */
public final class Architectures {
    private static final Map<String, Family> FAMILIES = families();

    /** What a missing field means, by model_type: the defaults of the configuration classes of transformers 5. */
    private static final JsonNode DEFAULTS = defaults();

    private Architectures() {}

    /**
     * The architecture that a configuration describes.
     *
     * @param source names the configuration in errors
     * @param tensorNames of the tensors in the folder's files: some families are saved under several names
     * @throws CheckpointException when the family or anything it asks for is not supported, or a value makes no sense
     */
    public static Architecture read(String source, JsonNode config, Set<String> tensorNames) {
        if (!(config instanceof ObjectNode object)) {
            throw new CheckpointException(source + " holds " + config.getNodeType() + ", where an object must be");
        }
        Fields fields = new Fields(source, "", object);
        Family family = FAMILIES.get(fields.text("model_type"));
        if (family == null) {
            throw fields.wrong("model_type", "one of " + String.join(", ", FAMILIES.keySet()));
        }
        refuse(fields);
        return family.read(filled(fields), new TensorNames(tensorNames));
    }

    /** The same, with the names under which each family is usually saved. */
    public static Architecture read(String source, JsonNode config) {
        return read(source, config, Set.of());
    }

    /** Fills in what the configuration leaves out. */
    static Fields filled(Fields config) {
        return DEFAULTS.get(config.text("model_type")) instanceof ObjectNode defaults
                ? config.withDefaults(defaults)
                : config;
    }

    /** What would change the network, and no family here has. */
    private static void refuse(Fields config) {
        for (String field : List.of("quantization_config", "compression_config")) {
            if (config.has(field)) {
                throw config.wrong(field, "nothing (weights must be f32, f16 or bf16)");
            }
        }
        for (String field : List.of("num_local_experts", "num_experts", "n_routed_experts")) {
            if (config.has(field)) {
                throw config.wrong(field, "nothing (mixtures of experts are not supported)");
            }
        }
        for (String field : List.of("is_encoder_decoder", "add_cross_attention", "use_bidirectional_attention")) {
            if (config.has(field) && config.flag(field)) {
                throw config.wrong(field, "false (only decoders that read from left to right are supported)");
            }
        }
    }

    private static Map<String, Family> families() {
        Map<String, Family> families = new LinkedHashMap<>();
        families.put("llama", PlainFamilies::llama);
        families.put("mistral", PlainFamilies::mistral);
        families.put("qwen2", QwenFamilies::qwen2);
        families.put("qwen3", QwenFamilies::qwen3);
        families.put("gemma2", GemmaFamilies::gemma2);
        families.put("gemma3_text", GemmaFamilies::gemma3Text);
        families.put("gemma3", GemmaFamilies::gemma3);
        families.put("olmo2", PlainFamilies::olmo2);
        families.put("phi3", Phi3Family::phi3);
        families.put("smollm3", SmolLm3Family::smolLm3);
        families.put("gpt2", Gpt2Family::gpt2);
        families.put("gpt_neox", GptNeoXFamily::gptNeoX);
        return families;
    }

    private static JsonNode defaults() {
        String name = "defaults.json";
        try (InputStream stream = Architectures.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing beside " + Architectures.class);
            }
            return JsonFiles.object(name, stream.readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
