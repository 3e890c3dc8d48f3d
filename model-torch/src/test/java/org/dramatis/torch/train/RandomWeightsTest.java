package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.architecture.LlamaConfig;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.junit.jupiter.api.Test;

class RandomWeightsTest {
    /** Of 65,536 draws the standard deviation is known to one in 360; 5 of these are allowed. */
    @Test
    void haveTheDeviationOfTheirKind() {
        try (BaseModel model = BaseModel.random(new LlamaConfig(256, 256, 256, 2, 4, 4, 8, false).json(), 1)) {
            assertThat(deviation(model, "model.layers.0.self_attn.q_proj.weight"))
                    .isCloseTo(.02, within(.0003));
            assertThat(deviation(model, "model.embed_tokens.weight")).isCloseTo(.02, within(.0003));
            assertThat(deviation(model, "model.layers.1.self_attn.o_proj.weight"))
                    .isCloseTo(.01, within(.00015));
            assertThat(deviation(model, "model.layers.1.mlp.down_proj.weight")).isCloseTo(.01, within(.00015));
            assertThat(floats(model, "model.norm.weight")).containsOnly(1f);
        }
    }

    @Test
    void leaveNormsAndBiasesWithoutEffect() {
        try (BaseModel gemma = BaseModel.random(Tiny.family("gemma2"), 1);
                BaseModel gpt2 = BaseModel.random(Tiny.family("gpt2"), 1)) {
            assertThat(floats(gemma, "model.norm.weight")).containsOnly(0f);
            assertThat(floats(gpt2, "transformer.ln_f.weight")).containsOnly(1f);
            assertThat(floats(gpt2, "transformer.ln_f.bias")).containsOnly(0f);
            assertThat(floats(gpt2, "transformer.h.0.attn.c_attn.bias")).containsOnly(0f);
        }
    }

    @Test
    void dependOnTheSeedAlone() {
        String name = "model.layers.0.self_attn.q_proj.weight";
        try (BaseModel one = BaseModel.random(Tiny.llama(), 1);
                BaseModel same = BaseModel.random(Tiny.llama(), 1);
                BaseModel other = BaseModel.random(Tiny.llama(), 2)) {
            assertThat(floats(one, name)).isEqualTo(floats(same, name)).isNotEqualTo(floats(other, name));
        }
    }

    private static double deviation(BaseModel model, String name) {
        try (Scope _ = Scope.ofInference()) {
            Tensor tensor = model.weights().tensor(name);
            return tensor.std().item_double();
        }
    }

    private static float[] floats(BaseModel model, String name) {
        return Tensors.floats(model.weights().tensor(name));
    }
}
