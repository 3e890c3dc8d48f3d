package org.dramatis.checkpoint.architecture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes of a network shaped like Llama, for training from scratch. What makes no sense is refused when the configuration is
 * read, as for any other model.
 *
 * @param innerWidth of the feed-forward part
 * @param tied whether the head is the embedding
 */
public record LlamaConfig(
        int vocabulary,
        int width,
        int innerWidth,
        int layers,
        int heads,
        int keyValueHeads,
        int context,
        boolean tied) {

    /** The {@code config.json} of such a network. */
    public JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("architectures").add("LlamaForCausalLM");
        return json.put("model_type", "llama")
                .put("vocab_size", vocabulary)
                .put("hidden_size", width)
                .put("intermediate_size", innerWidth)
                .put("num_hidden_layers", layers)
                .put("num_attention_heads", heads)
                .put("num_key_value_heads", keyValueHeads)
                .put("max_position_embeddings", context)
                .put("hidden_act", "silu")
                .put("rms_norm_eps", 1e-5)
                .put("rope_theta", 10000.0)
                .put("tie_word_embeddings", tied);
    }
}
