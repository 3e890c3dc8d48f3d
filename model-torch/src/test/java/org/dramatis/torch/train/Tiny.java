package org.dramatis.torch.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dramatis.checkpoint.architecture.LlamaConfig;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.Preference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Networks of a few thousand weights, and texts for them. */
final class Tiny {
    static final int VOCABULARY = 13;

    private Tiny() {}

    static JsonNode llama() {
        return new LlamaConfig(VOCABULARY, 16, 24, 2, 4, 2, 32, false).json();
    }

    static BaseModel model() {
        return BaseModel.random(llama(), 7);
    }

    /** One of each shape of projections: separate, stacked, by head; tied and not; norms and soft caps of several kinds. */
    static ObjectNode family(String family) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("model_type", family).put("vocab_size", VOCABULARY);
        return switch (family) {
            case "gpt2" ->
                json.put("n_embd", 16).put("n_layer", 2).put("n_head", 4).put("n_positions", 32);
            default ->
                json.put("hidden_size", 16)
                        .put("intermediate_size", 24)
                        .put("num_hidden_layers", 2)
                        .put("num_attention_heads", 4)
                        .put("max_position_embeddings", 32)
                        .put("pad_token_id", 0)
                        .put("head_dim", 4)
                        .put("query_pre_attn_scalar", 4)
                        .put("num_key_value_heads", family.equals("gpt_neox") ? 4 : 2);
        };
    }

    /** Texts of 2 to 12 tokens. */
    static List<Demonstration> demonstrations(int count) {
        Random random = new Random(5);
        List<Demonstration> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Demonstration(tokens(random, 1 + random.nextInt(5)), tokens(random, 1 + random.nextInt(7)), 1));
        }
        return all;
    }

    static List<Preference> preferences(int count) {
        Random random = new Random(6);
        List<Preference> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Preference(
                    tokens(random, 1 + random.nextInt(4)),
                    tokens(random, 1 + random.nextInt(4)),
                    tokens(random, 1 + random.nextInt(4))));
        }
        return all;
    }

    static Tokens tokens(Random random, int count) {
        return Tokens.of(random.ints(count, 0, VOCABULARY).toArray());
    }
}
