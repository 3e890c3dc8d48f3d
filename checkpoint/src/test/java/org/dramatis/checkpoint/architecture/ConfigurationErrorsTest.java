package org.dramatis.checkpoint.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ConfigurationErrorsTest {
    @Test
    void anUnknownFamilyIsNamedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> read("llama", "{'model_type': 'mixtral'}"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(
                        "config.json: the field 'model_type' is \"mixtral\", where one of llama, mistral, qwen2, qwen3,"
                                + " gemma2, gemma3_text, gemma3, olmo2, phi3, smollm3, gpt2, gpt_neox must be");
        assertThatThrownBy(() ->
                        Architectures.read("config.json", JsonFiles.object("config.json", new byte[] {'{', '}'})))
                .hasMessage("config.json: the field 'model_type' is missing: give a text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            llama | {'quantization_config': {'bits': 4}} | 'quantization_config' is {"bits":4}, where nothing (weights must be f32
            llama | {'num_local_experts': 8} | 'num_local_experts' is 8, where nothing (mixtures of experts
            llama | {'is_encoder_decoder': true} | 'is_encoder_decoder' is true, where false
            gemma2 | {'use_bidirectional_attention': true} | 'use_bidirectional_attention' is true
            llama | {'hidden_act': 'quick_gelu'} | 'hidden_act' is "quick_gelu", where one of silu, gelu,
            llama | {'hidden_size': -4} | 'hidden_size' is -4, where a whole number from 1 to 262144 must be
            llama | {'hidden_size': 32.5} | 'hidden_size' is 32.5, where a whole number
            llama | {'hidden_size': '32'} | 'hidden_size' is "32", where a whole number
            llama | {'hidden_size': null} | 'hidden_size' is missing: give a whole number
            llama | {'num_hidden_layers': 1099511627776} | 'num_hidden_layers' is 1099511627776, where a whole number from 1 to 1024
            llama | {'vocab_size': 123456789012345678901234567890} | 'vocab_size' is 123456789012345678901234567890
            llama-dynamic | {'num_attention_heads': 5} | 'num_key_value_heads' is 2, where a divisor of num_attention_heads (5)
            olmo2 | {'head_dim': null, 'hidden_size': 34} | 'hidden_size' is 34, where a multiple of num_attention_heads (4)
            llama | {'head_dim': 7} | of a head with 7 entries 7 are to turn
            llama | {'rms_norm_eps': 'small'} | 'rms_norm_eps' is "small", where a number
            llama | {'rms_norm_eps': 1e999} | 'rms_norm_eps' is
            llama | {'attention_bias': 1} | 'attention_bias' is 1, where true or false
            llama | {'rope_parameters': 3} | 'rope_parameters' is 3, where an object
            llama | {'rope_parameters': {'rope_type': 'mrope'}} | 'rope_parameters.rope_type' is "mrope", where one of default, linear,
            llama | {'rope_scaling': {'type': 'ntk'}} | 'rope_scaling.type' is "ntk", where one of
            llama | {'rope_scaling': {'type': 'linear'}} | 'rope_scaling.factor' is missing: give a number from 1.0
            llama | {'rope_scaling': {'type': 'linear', 'factor': 0}} | 'rope_scaling.factor' is 0
            llama | {'rope_parameters': {'rope_theta': -1}} | 'rope_parameters.rope_theta' is -1
            llama | {'rope_parameters': {'full_attention': {}}} | 'rope_parameters.full_attention' is {}, where nothing
            llama | {'partial_rotary_factor': 0.5} | partial_rotary_factor other than 1
            gemma3_text | {'rope_parameters': {'rope_type': 'default'}} | where an object that holds full_attention
            llama-llama3 | {'rope_parameters': {'rope_type': 'llama3', 'factor': 2, 'low_freq_factor': 4, 'high_freq_factor': 4}} | 'rope_parameters.high_freq_factor' is 4, where a number above
            phi3-v4 | {'original_max_position_embeddings': 0} | 'original_max_position_embeddings' is 0
            phi3-v4 | {'rope_scaling': {'type': 'longrope', 'short_factor': [1, 2]}} | 'rope_scaling.short_factor' is [1,2], where a list of 4 numbers
            phi3-v4 | {'rope_scaling': {'type': 'longrope'}} | 'rope_scaling.short_factor' is missing: give a list of 4 numbers
            phi3 | {'rope_parameters': {'partial_rotary_factor': 0.1}} | of a head with 8 entries 0 are to turn
            qwen2 | {'layer_types': ['full_attention']} | 'layer_types' is ["full_attention"], where a list of num_hidden_layers (2)
            qwen2 | {'layer_types': ['full_attention', 'linear']} | where a list of full_attention and sliding_attention
            qwen2 | {'layer_types': ['full_attention', 3]} | where a text must be
            qwen2 | {'use_sliding_window': false} | where full_attention alone, as use_sliding_window
            gemma2 | {'sliding_window': null} | 'sliding_window' is missing: give a whole number
            gemma2 | {'sliding_window': 0} | 'sliding_window' is 0
            gemma2 | {'query_pre_attn_scalar': 0} | 'query_pre_attn_scalar' is 0
            gemma3 | {'text_config': null} | 'text_config' is missing: give
            gemma3 | {'text_config': {'hidden_size': 0}} | 'text_config.hidden_size' is 0
            smollm3 | {'no_rope_layers': [1, 0]} | 'no_rope_layers' is [1,0], where a list of at least num_hidden_layers (4)
            gpt2 | {'scale_attn_by_inverse_layer_idx': true} | 'scale_attn_by_inverse_layer_idx' is true, where false
            gpt2 | {'add_cross_attention': true} | 'add_cross_attention' is true
            gpt2 | {'n_head': 3} | 'n_embd' is 32, where a multiple of n_head (3)
            gpt_neox | {'num_key_value_heads': 2} | 'num_key_value_heads' is 2, where num_attention_heads (4)
            """)
    void whatIsWrongIsNamedWithItsValueAndWhatIsAllowed(String checkpoint, String change, String message) {
        assertThatThrownBy(() -> read(checkpoint, change))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json: ")
                .hasMessageContaining(message);
    }

    @Test
    void aLongValueIsQuotedInPart() {
        assertThatThrownBy(() -> read("llama", "{'hidden_act': '" + "x".repeat(1000) + "'}"))
                .hasMessageContaining("xxx..., where")
                .satisfies(problem -> assertThat(problem.getMessage()).hasSizeLessThan(300));
    }

    private static Architecture read(String checkpoint, String change) {
        ObjectNode config = TinyCheckpoints.config(checkpoint);
        config.setAll((ObjectNode)
                JsonFiles.object("change", change.replace('\'', '"').getBytes(UTF_8)));
        return Architectures.read("config.json", config, Set.of());
    }
}
