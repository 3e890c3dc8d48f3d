package org.dramatis.checkpoint.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.architecture.Attention.QueryKeyNorm;
import org.dramatis.checkpoint.architecture.FeedForward.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The details in which the families differ. */
class FamiliesTest {
    @Test
    void llamaHasBiasesWhereItSaysSoAndHeadsOfTheirOwnWidth() {
        Architecture llama = TinyCheckpoints.architecture("llama");
        assertThat(llama.family()).isEqualTo("llama");
        assertThat(llama.attention().headWidth()).isEqualTo(12);
        assertThat(llama.attention().keyValueHeads()).isEqualTo(2);
        assertThat(llama.attention().scale()).isCloseTo(1 / Math.sqrt(12), within(1e-15));
        assertThat(llama.attention().inputBias()).isTrue();
        assertThat(llama.attention().outputBias()).isTrue();
        assertThat(llama.feedForward().bias()).isTrue();
        assertThat(llama.head().weight()).contains("lm_head.weight");
        assertThat(llama.layers().getLast().prefix()).isEqualTo("model.layers.1.");
        assertThat(TinyCheckpoints.architecture("llama-llama3").head().weight()).isEmpty();
        assertThat(TinyCheckpoints.architecture("llama-dynamic").feedForward().activation())
                .isEqualTo(Activation.GELU);
    }

    @Test
    void whatAFileLeavesOutIsAsInTheReference() {
        Architecture llama = read("{\"model_type\": \"llama\", \"num_attention_heads\": 16}");
        assertThat(llama.vocabulary()).isEqualTo(32000);
        assertThat(llama.context()).isEqualTo(2048);
        assertThat(llama.layers()).hasSize(32);
        assertThat(llama.attention().keyValueHeads()).isEqualTo(16);
        assertThat(llama.attention().headWidth()).isEqualTo(256);
        assertThat(llama.norms().epsilon()).isEqualTo(1e-6);
        assertThat(read("{\"model_type\": \"mistral\"}").layers().getFirst().window())
                .hasValue(4096);
        assertThat(read("{\"model_type\": \"gpt2\"}").feedForward().innerWidth())
                .isEqualTo(3072);
        assertThat(read("{\"model_type\": \"gpt_neox\"}")
                        .layers()
                        .getFirst()
                        .rotary()
                        .orElseThrow()
                        .dimensions())
                .isEqualTo(24);
    }

    @Test
    void aWindowThatIsNullIsNone() {
        assertThat(read("{\"model_type\": \"mistral\", \"sliding_window\": null}")
                        .layers())
                .allSatisfy(layer -> assertThat(layer.window()).isEmpty());
        assertThat(windows(TinyCheckpoints.architecture("mistral-bf16"))).containsExactly(6, 6);
        assertThat(windows(TinyCheckpoints.architecture("phi3"))).containsExactly(6, 6);
    }

    @Test
    void qwen2SlidesInUpperLayersAndHasBiasesOnInputsAlone() {
        Architecture qwen2 = TinyCheckpoints.architecture("qwen2");
        assertThat(qwen2.attention().inputBias()).isTrue();
        assertThat(qwen2.attention().outputBias()).isFalse();
        assertThat(qwen2.attention().queryKeyNorm()).isEmpty();
        assertThat(windows(qwen2)).containsExactly(0, 6);
        assertThat(windows(read("{\"model_type\": \"qwen2\", \"num_hidden_layers\": 4, \"max_window_layers\": 3,"
                        + "\"use_sliding_window\": true, \"sliding_window\": 9}")))
                .containsExactly(0, 0, 0, 9);
        assertThat(windows(read("{\"model_type\": \"qwen2\", \"max_window_layers\": 3}")))
                .containsOnly(0);
    }

    @Test
    void qwen3NormsQueriesAndKeysByHead() {
        Architecture qwen3 = TinyCheckpoints.architecture("qwen3");
        assertThat(qwen3.attention().queryKeyNorm())
                .contains(new QueryKeyNorm("self_attn.q_norm", "self_attn.k_norm", true));
        assertThat(qwen3.norms().epsilon()).isEqualTo(1e-3);
        assertThat(read("{\"model_type\": \"qwen3\"}").attention().headWidth()).isEqualTo(128);
    }

    @Test
    void gemma2CapsScalesAndSlidesEveryOtherLayer() {
        Architecture gemma2 = TinyCheckpoints.architecture("gemma2");
        assertThat(gemma2.embedding().scale()).isEqualTo(Math.sqrt(32));
        assertThat(gemma2.attention().scale()).isEqualTo(1 / Math.sqrt(20));
        assertThat(gemma2.attention().softCap()).hasValue(2);
        assertThat(gemma2.head()).isEqualTo(new Head(Optional.empty(), OptionalDouble.of(4)));
        assertThat(gemma2.norms().unitOffset()).isTrue();
        assertThat(gemma2.norms().afterAttention()).contains("post_attention_layernorm");
        assertThat(gemma2.norms().beforeFeedForward()).contains("pre_feedforward_layernorm");
        assertThat(gemma2.feedForward().activation()).isEqualTo(Activation.GELU_TANH);
        assertThat(windows(gemma2)).containsExactly(5, 0, 5);
        assertThat(read("{\"model_type\": \"gemma2\", \"attn_logit_softcapping\": null}")
                        .attention()
                        .softCap())
                .isEmpty();
    }

    @Test
    void gemma3TurnsSlidingLayersFaster() {
        for (String name : List.of("gemma3_text", "gemma3")) {
            assertThat(windows(TinyCheckpoints.architecture(name))).containsExactly(5, 0, 5, 0);
        }
        Architecture early = TinyCheckpoints.architecture("gemma3_text-v4");
        assertThat(windows(early)).containsExactly(5, 5, 0);
        assertThat(early.layers().get(0).rotary())
                .isNotEqualTo(early.layers().get(2).rotary());
        assertThat(early.attention().queryKeyNorm().orElseThrow().perHead()).isTrue();
        assertThat(early.attention().softCap()).isEmpty();
    }

    @Test
    void gemma3WithPicturesIsFoundUnderEitherName() {
        assertThat(TinyCheckpoints.architecture("gemma3").embedding().tokens())
                .isEqualTo("language_model.model.embed_tokens.weight");
        assertThat(Architectures.read(
                                "config.json",
                                TinyCheckpoints.config("gemma3").put("tie_word_embeddings", false),
                                Set.of("model.language_model.embed_tokens.weight"))
                        .head()
                        .weight())
                .contains("lm_head.weight");
    }

    @Test
    void olmo2NormsAfterEachPartAndAllHeadsTogether() {
        Architecture olmo2 = TinyCheckpoints.architecture("olmo2");
        assertThat(olmo2.norms().beforeAttention()).isEmpty();
        assertThat(olmo2.norms().beforeFeedForward()).isEmpty();
        assertThat(olmo2.norms().afterFeedForward()).contains("post_feedforward_layernorm");
        assertThat(olmo2.norms().unitOffset()).isFalse();
        assertThat(olmo2.attention().queryKeyNorm().orElseThrow().perHead()).isFalse();
    }

    @Test
    void phi3StacksProjectionsAndTurnsAPartOfEachHead() {
        Architecture phi3 = TinyCheckpoints.architecture("phi3");
        assertThat(phi3.attention().inputs()).isEqualTo(new Attention.Inputs.Stacked("self_attn.qkv_proj"));
        assertThat(phi3.feedForward().inputs()).isEqualTo(new FeedForward.Inputs.GatedStacked("mlp.gate_up_proj"));
        assertThat(phi3.layers().getFirst().rotary().orElseThrow().dimensions()).isEqualTo(6);
    }

    @Test
    void longRopeReadsNoMoreThanItsFirstFrequenciesServe() {
        assertThat(TinyCheckpoints.architecture("phi3-v4").context()).isEqualTo(32);
        assertThat(TinyCheckpoints.architecture("llama-yarn").context()).isEqualTo(64);
    }

    @Test
    void smolLm3LeavesPositionsOutOfSomeLayers() {
        Architecture smolLm3 = TinyCheckpoints.architecture("smollm3");
        assertThat(smolLm3.layers().stream().map(layer -> layer.rotary().isPresent()))
                .containsExactly(true, false, true, false);
        assertThat(windows(smolLm3)).containsExactly(0, 6, 0, 6);
        assertThat(read("{\"model_type\": \"smollm3\"}").layers().get(3).rotary())
                .isEmpty();
    }

    @Test
    void gpt2IsFoundWithAndWithoutItsOuterName() {
        Architecture gpt2 = TinyCheckpoints.architecture("gpt2");
        assertThat(gpt2.inputMajor()).isTrue();
        assertThat(gpt2.embedding().positions()).contains("transformer.wpe.weight");
        assertThat(gpt2.norms().kind()).isEqualTo(Norms.Kind.LAYER);
        assertThat(gpt2.feedForward().activation()).isEqualTo(Activation.GELU_TANH);
        assertThat(gpt2.layers()).allSatisfy(layer -> assertThat(layer.rotary()).isEmpty());
        Architecture bare = TinyCheckpoints.architecture("gpt2-bare");
        assertThat(bare.embedding().tokens()).isEqualTo("wte.weight");
        assertThat(bare.attention().scale()).isEqualTo(1);
        assertThat(bare.feedForward().activation()).isEqualTo(Activation.RELU);
    }

    @Test
    void gptNeoXMayRunItsPartsInParallel() {
        Architecture parallel = TinyCheckpoints.architecture("gpt_neox");
        assertThat(parallel.parallel()).isTrue();
        assertThat(parallel.attention().inputs()).isEqualTo(new Attention.Inputs.PerHead("attention.query_key_value"));
        assertThat(parallel.attention().inputBias()).isTrue();
        assertThat(parallel.head().weight()).contains("embed_out.weight");
        assertThat(parallel.feedForward().activation()).isEqualTo(Activation.GELU);
        Architecture sequential = TinyCheckpoints.architecture("gpt_neox-v4");
        assertThat(sequential.parallel()).isFalse();
        assertThat(sequential.attention().outputBias()).isFalse();
        assertThat(sequential.feedForward().bias()).isTrue();
        assertThat(sequential.layers().getFirst().rotary().orElseThrow().dimensions())
                .isEqualTo(8);
    }

    @Test
    void projectionsHaveTheNamesThatAdaptersUse() {
        assertThat(Projection.of(TinyCheckpoints.architecture("llama")).stream()
                        .map(Projection::target)
                        .distinct())
                .containsExactly("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");
        assertThat(Projection.of(TinyCheckpoints.architecture("gpt2")))
                .contains(new Projection("transformer.h.1.attn.c_attn", 32, 96, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama", "llama-llama3", "llama-dynamic", "llama-yarn", "llama-yarn-scaled", "mistral-bf16", "qwen2",
                "qwen3", "gemma2", "gemma3_text", "olmo2", "phi3", "smollm3", "gpt_neox"
            })
    void bothStylesOfConfigurationSayTheSame(String name) {
        ObjectNode config = TinyCheckpoints.config(name);
        Architecture later = Architectures.read(name, config);
        assertThat(Architectures.read(name, inStyleOfVersion4(config))).isEqualTo(later);
    }

    /** Rules instead of lists of layers, and rotary positions in fields of their own. */
    private static ObjectNode inStyleOfVersion4(ObjectNode config) {
        ObjectNode earlier = config.deepCopy();
        earlier.remove(List.of("layer_types", "no_rope_layers", "rope_parameters"));
        ObjectNode rope = (ObjectNode) config.get("rope_parameters");
        if (rope.has("full_attention")) {
            earlier.put("sliding_window_pattern", 2);
            earlier.set("rope_local_base_freq", rope.at("/sliding_attention/rope_theta"));
            rope = (ObjectNode) rope.get("full_attention");
        }
        earlier.set(
                config.get("model_type").stringValue().equals("gpt_neox") ? "rotary_emb_base" : "rope_theta",
                rope.get("rope_theta"));
        if (rope.has("partial_rotary_factor")) {
            earlier.set("rotary_pct", rope.get("partial_rotary_factor"));
        }
        ObjectNode scaling = rope.deepCopy();
        scaling.remove(List.of("rope_theta", "partial_rotary_factor"));
        if (scaling.get("rope_type").stringValue().equals("default")) {
            return earlier.putNull("rope_scaling");
        }
        scaling.set("type", scaling.remove("rope_type"));
        return earlier.set("rope_scaling", scaling);
    }

    private static Architecture read(String json) {
        return Architectures.read("config.json", JsonFiles.object("config.json", json.getBytes(UTF_8)));
    }

    /** Of every layer, 0 where it sees everything. */
    private static IntStream windows(Architecture architecture) {
        return architecture.layers().stream().map(Layer::window).mapToInt(window -> window.orElse(0));
    }
}
