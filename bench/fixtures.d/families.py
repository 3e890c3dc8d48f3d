"""Tiny random checkpoints, one for every family and variant that is read, with what the reference library makes of them.

Each folder under model-torch/src/test/resources/families holds a checkpoint, and in expected/ the token ids of some texts,
the rotary frequencies (facts.json) and the log-probabilities of every next token, in f32 (model.safetensors). The reference
reads the checkpoint back before it computes, so what is expected belongs to the files as they are.
"""

import json
import math
import shutil
import sys
import tempfile
from pathlib import Path
from random import Random

import safetensors
import tokenizers
import torch
import transformers
from safetensors.torch import load_file, save_file
from transformers import AutoConfig, AutoModelForCausalLM
from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS
from transformers.models.phi3.modeling_phi3 import Phi3RotaryEmbedding

SIZES = dict(
    vocab_size=101,
    hidden_size=32,
    intermediate_size=40,
    num_hidden_layers=2,
    num_attention_heads=4,
    num_key_value_heads=2,
    max_position_embeddings=64,
)
OWN_KEYS = {field: value for field, value in SIZES.items() if field != "num_key_value_heads"}
LENGTHS = [1, 7, 30]


def llama(**changes):
    return {"model_type": "llama", **SIZES, **changes}


def rope(kind, **fields):
    return {"rope_type": kind, "rope_theta": 10000.0, **fields}


GEMMA3_TEXT = {
    **SIZES,
    "model_type": "gemma3_text",
    "num_hidden_layers": 4,
    "head_dim": 12,
    "query_pre_attn_scalar": 20,
    "sliding_window": 5,
}

# A configuration of transformers 5 is written by the library; one of version 4 stands here as it would lie on disk.
VERSION_5 = {
    "llama": llama(head_dim=12, attention_bias=True, mlp_bias=True),
    "llama-llama3": llama(
        tie_word_embeddings=True,
        head_dim=16,
        rope_parameters=rope(
            "llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=128
        ),
    ),
    "llama-dynamic": llama(rope_parameters=rope("dynamic", factor=3.0), hidden_act="gelu"),
    "llama-yarn": llama(
        head_dim=16, rope_parameters=rope("yarn", factor=4.0, original_max_position_embeddings=16)
    ),
    "llama-yarn-scaled": llama(
        head_dim=16,
        rope_parameters=rope(
            "yarn",
            factor=2.0,
            original_max_position_embeddings=32,
            beta_fast=8.0,
            beta_slow=0.5,
            mscale=0.8,
            mscale_all_dim=0.3,
            truncate=False,
        ),
    ),
    "llama-f16": llama(),
    "llama-sharded": llama(num_hidden_layers=3),
    "mistral-bf16": {"model_type": "mistral", **SIZES, "head_dim": 16, "sliding_window": 6},
    "qwen2": {
        "model_type": "qwen2",
        **SIZES,
        "tie_word_embeddings": True,
        "use_sliding_window": True,
        "sliding_window": 6,
        "max_window_layers": 1,
    },
    "qwen3": {"model_type": "qwen3", **SIZES, "head_dim": 12, "attention_bias": True, "rms_norm_eps": 1e-3},
    "gemma2": {
        "model_type": "gemma2",
        **SIZES,
        "num_hidden_layers": 3,
        "head_dim": 12,
        "query_pre_attn_scalar": 20,
        "sliding_window": 5,
        "attn_logit_softcapping": 2.0,
        "final_logit_softcapping": 4.0,
    },
    "gemma3_text": {
        **GEMMA3_TEXT,
        "layer_types": ["sliding_attention", "full_attention", "sliding_attention", "full_attention"],
        "rope_parameters": {
            "full_attention": rope("linear", factor=4.0),
            "sliding_attention": {"rope_type": "default", "rope_theta": 500.0},
        },
    },
    "gemma3": {
        "model_type": "gemma3",
        "text_config": {**GEMMA3_TEXT, "sliding_window_pattern": 2},
        "vision_config": {
            "model_type": "siglip_vision_model",
            "hidden_size": 8,
            "intermediate_size": 8,
            "num_hidden_layers": 1,
            "num_attention_heads": 1,
            "image_size": 8,
            "patch_size": 4,
        },
        "mm_tokens_per_image": 4,
        "image_token_index": 100,
        "boi_token_index": 99,
        "eoi_token_index": 98,
    },
    "olmo2": {"model_type": "olmo2", **SIZES, "head_dim": 12, "eos_token_id": 2},
    "phi3": {
        "model_type": "phi3",
        **SIZES,
        "head_dim": 8,
        "sliding_window": 6,
        "partial_rotary_factor": 0.75,
        "pad_token_id": 0,
        "eos_token_id": 2,
    },
    "smollm3": {
        "model_type": "smollm3",
        **SIZES,
        "num_hidden_layers": 4,
        "no_rope_layer_interval": 2,
        "use_sliding_window": True,
        "sliding_window": 6,
        "attention_bias": True,
        "bos_token_id": 1,
        "eos_token_id": 2,
        "pad_token_id": 0,
    },
    "gpt2": {
        "model_type": "gpt2",
        "vocab_size": 101,
        "n_embd": 32,
        "n_layer": 2,
        "n_head": 4,
        "n_positions": 64,
        "bos_token_id": 0,
        "eos_token_id": 0,
    },
    "gpt2-bare": {
        "model_type": "gpt2",
        "vocab_size": 101,
        "n_embd": 32,
        "n_layer": 2,
        "n_head": 2,
        "n_positions": 40,
        "n_inner": 48,
        "activation_function": "relu",
        "scale_attn_weights": False,
        "bos_token_id": 0,
        "eos_token_id": 0,
    },
    "gpt_neox": {"model_type": "gpt_neox", **OWN_KEYS, "rotary_pct": 0.5},
}
VERSION_4 = {
    "llama-v4": {
        "architectures": ["LlamaForCausalLM"],
        "attention_bias": False,
        "bos_token_id": 1,
        "eos_token_id": 2,
        "hidden_act": "silu",
        "hidden_size": 32,
        "intermediate_size": 40,
        "max_position_embeddings": 64,
        "model_type": "llama",
        "num_attention_heads": 4,
        "num_hidden_layers": 2,
        "pretraining_tp": 1,
        "rms_norm_eps": 1e-05,
        "rope_scaling": {"factor": 2.5, "type": "linear"},
        "rope_theta": 5000.0,
        "tie_word_embeddings": False,
        "torch_dtype": "float32",
        "transformers_version": "4.40.0",
        "use_cache": True,
        "vocab_size": 101,
    },
    "gemma3_text-v4": {
        **GEMMA3_TEXT,
        "architectures": ["Gemma3ForCausalLM"],
        "num_hidden_layers": 3,
        "attn_logit_softcapping": None,
        "final_logit_softcapping": None,
        "cache_implementation": "hybrid",
        "hidden_activation": "gelu_pytorch_tanh",
        "rope_local_base_freq": 300.0,
        "rope_scaling": {"factor": 8.0, "rope_type": "linear"},
        "rope_theta": 20000.0,
        "sliding_window_pattern": 3,
        "torch_dtype": "float32",
        "transformers_version": "4.50.0.dev0",
    },
    "phi3-v4": {
        **SIZES,
        "architectures": ["Phi3ForCausalLM"],
        "attention_bias": False,
        "bos_token_id": 1,
        "eos_token_id": 2,
        "hidden_act": "silu",
        "model_type": "phi3",
        "original_max_position_embeddings": 32,
        "pad_token_id": 0,
        "rope_scaling": {
            "long_factor": [1.0, 2.0, 5.0, 9.0],
            "short_factor": [1.0, 1.1, 1.5, 2.25],
            "type": "longrope",
        },
        "rope_theta": 10000.0,
        "sliding_window": 2047,
        "tie_word_embeddings": True,
        "torch_dtype": "float32",
        "transformers_version": "4.39.3",
    },
    "gpt_neox-v4": {
        **OWN_KEYS,
        "architectures": ["GPTNeoXForCausalLM"],
        "attention_bias": False,
        "bos_token_id": 0,
        "eos_token_id": 0,
        "hidden_act": "gelu_new",
        "layer_norm_eps": 1e-05,
        "model_type": "gpt_neox",
        "rotary_emb_base": 500,
        "rotary_pct": 1.0,
        "tie_word_embeddings": False,
        "torch_dtype": "float32",
        "transformers_version": "4.24.0",
        "use_parallel_residual": False,
    },
}
STORED_AS = {"llama-f16": torch.float16, "mistral-bf16": torch.bfloat16}


def randomise(model, generator):
    """Every parameter away from where it starts, so that one that is left out or misread shows."""
    for name, parameter in model.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        if parameter.dim() == 1:
            # Norms of Gemma start at 0, those of others at 1; biases at 0.
            parameter.data = parameter.data + 0.3 * noise
        elif "embed" in name or "wte" in name or "wpe" in name or "lm_head" in name:
            parameter.data = 0.4 * noise
        else:
            parameter.data = 1.5 * noise / math.sqrt(parameter.shape[-1])


def save(model, folder, name):
    with tempfile.TemporaryDirectory() as scratch:
        model.save_pretrained(scratch, max_shard_size="40KB" if name == "llama-sharded" else "50GB")
        for file in sorted(Path(scratch).glob("*.safetensors*")):
            shutil.copy(file, folder / file.name)
        if not (folder / "config.json").exists():
            shutil.copy(Path(scratch) / "config.json", folder / "config.json")
    if name == "gpt2-bare":
        bare(folder / "model.safetensors")


def bare(file):
    """As the first GPT-2 files are: without the outer name, and with the mask among the weights."""
    tensors = {name.removeprefix("transformer."): tensor for name, tensor in load_file(file).items()}
    for layer in range(2):
        tensors[f"h.{layer}.attn.bias"] = torch.tril(torch.ones(40, 40)).view(1, 1, 40, 40)
    save_file(tensors, file, metadata={"format": "pt"})


def frequencies(model):
    """What the reference turns by, for each kind of layer."""
    found = {}
    for name, module in model.named_modules():
        for kind in ["", "full_attention_", "sliding_attention_"]:
            if hasattr(module, kind + "inv_freq"):
                found[kind.removesuffix("_") or "all"] = {
                    "frequencies": getattr(module, kind + "inv_freq").tolist(),
                    "amplitude": getattr(module, kind + "attention_scaling"),
                }
    return found


def rotary_cases():
    """Configurations drawn at random, with what the reference turns by: some scalings have more cases than checkpoints."""
    random = Random(3)
    cases = []
    for kind in ["default", "linear", "llama3", "yarn", "longrope"] * 12:
        head = random.choice([4, 6, 10, 16, 32])
        part = random.choice([0.5, 0.75, 1.0])
        if kind == "yarn" and int(head * part) % 2:
            part = 1.0  # only the other scalings round an odd number up
        trained = random.choice([32, 256, 4096])
        factor = random.choice([1.0, 2.0, 3.5, 40.0])
        scaling = {"rope_type": kind, "rope_theta": random.choice([50.0, 10000.0, 1e6])}
        if kind != "default":
            scaling["factor"] = factor
        if kind in ["llama3", "yarn", "longrope"]:
            scaling["original_max_position_embeddings"] = trained
        if kind == "llama3":
            low = random.choice([0.5, 1.0])
            scaling |= {"low_freq_factor": low, "high_freq_factor": low * random.choice([2.0, 4.0])}
        if kind == "yarn":
            scaling |= random.choice([{}, {"beta_fast": 4.0}, {"beta_slow": 0.25, "truncate": False}])
            scaling |= random.choice(
                [{}, {"attention_factor": 0.7}, {"mscale": 0.5, "mscale_all_dim": 1.5}, {"mscale": 0.7}]
            )
        if kind == "longrope":
            scaling |= random.choice([{}, {"attention_factor": 1.3}])
            for name in ["short_factor", "long_factor"]:
                scaling[name] = [random.choice([1.0, 1.25, 7.5]) for _ in range(math.ceil(int(head * part) / 2))]
        fields = {
            "model_type": "phi3",
            "hidden_size": 4 * head,
            "num_attention_heads": 4,
            "head_dim": head,
            "max_position_embeddings": int(trained * factor),
            "original_max_position_embeddings": trained,
            "rope_parameters": {**scaling, "partial_rotary_factor": part},
        }
        config = transformers.LlamaConfig(**fields)
        if kind == "default":
            found, amplitude = Phi3RotaryEmbedding.compute_default_rope_parameters(config)
        else:
            found, amplitude = ROPE_INIT_FUNCTIONS[kind](config)
        cases.append({"config": fields, "frequencies": found.tolist(), "amplitude": amplitude})
    return {"cases": cases}


def make(name, config, folder):
    generator = torch.Generator().manual_seed(sum(map(ord, name)))
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(config, attn_implementation="eager", dtype=torch.float32)
    randomise(model, generator)
    save(model.to(STORED_AS.get(name, torch.float32)), folder, name)
    model = AutoModelForCausalLM.from_pretrained(folder, attn_implementation="eager", dtype=torch.float32).eval()
    texts, expected = [], {}
    for index, length in enumerate(LENGTHS):
        ids = torch.randint(0, 98, (1, length), generator=generator)
        with torch.no_grad():
            logits = model(input_ids=ids, use_cache=False).logits
        texts.append(ids[0].tolist())
        expected[f"log_probs.{index}"] = torch.log_softmax(logits[0].double(), -1).float().contiguous()
    (folder / "expected").mkdir()
    save_file(expected, folder / "expected/model.safetensors")
    facts = {"texts": texts, "rotary": frequencies(model)}
    (folder / "expected/facts.json").write_text(json.dumps(facts) + "\n")


def main(root):
    transformers.logging.disable_progress_bar()
    families = Path(root) / "model-torch/src/test/resources/families"
    shutil.rmtree(families, ignore_errors=True)
    for name, fields in {**VERSION_5, **VERSION_4}.items():
        folder = families / name
        folder.mkdir(parents=True)
        if name in VERSION_4:
            (folder / "config.json").write_text(json.dumps(fields, indent=2) + "\n")
            config = AutoConfig.from_pretrained(folder)
        else:
            fields = dict(fields)
            config = AutoConfig.for_model(fields.pop("model_type"), **fields)
        make(name, config, folder)
        print(name, sum(file.stat().st_size for file in folder.iterdir()), "bytes")
    (families / "rotary.json").write_text(json.dumps(rotary_cases()) + "\n")
    libraries = [safetensors, tokenizers, torch, transformers]
    made_with = {library.__name__: library.__version__.split("+")[0] for library in libraries}
    (families / "made-with.json").write_text(json.dumps(made_with, indent=2) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
