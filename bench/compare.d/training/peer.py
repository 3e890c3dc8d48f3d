"""What a PyTorch user would train with: `peer.py make FOLDER ...` makes model and documents, `peer.py train ...` learns them."""

import json
import pathlib
import sys
import time

import numpy
import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, LENGTH = 256, 6, 8, 688, 2048, 256
RATE = 1e-3


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.input_layernorm = nn.RMSNorm(WIDTH, eps=1e-5)
        self.post_attention_layernorm = nn.RMSNorm(WIDTH, eps=1e-5)
        attention = ("q_proj", "k_proj", "v_proj", "o_proj")
        self.self_attn = nn.ModuleDict({name: nn.Linear(WIDTH, WIDTH, bias=False) for name in attention})
        self.mlp = nn.ModuleDict(
            {
                "gate_proj": nn.Linear(WIDTH, INNER, bias=False),
                "up_proj": nn.Linear(WIDTH, INNER, bias=False),
                "down_proj": nn.Linear(INNER, WIDTH, bias=False),
            }
        )

    def forward(self, stream, cosine, sine):
        normed = self.input_layernorm(stream)
        parts = (self.self_attn[name](normed) for name in ("q_proj", "k_proj", "v_proj"))
        query, key, value = (part.unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in parts)
        attended = functional.scaled_dot_product_attention(
            turn(query, cosine, sine), turn(key, cosine, sine), value, is_causal=True
        )
        stream = stream + self.self_attn["o_proj"](attended.transpose(1, 2).flatten(2))
        normed = self.post_attention_layernorm(stream)
        inner = functional.silu(self.mlp["gate_proj"](normed)) * self.mlp["up_proj"](normed)
        return stream + self.mlp["down_proj"](inner)


class Llama(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed_tokens = nn.Embedding(VOCABULARY, WIDTH)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.norm = nn.RMSNorm(WIDTH, eps=1e-5)
        half = WIDTH // HEADS // 2
        angles = torch.arange(LENGTH).outer(10000.0 ** (-torch.arange(half) / half))
        self.register_buffer("cosine", angles.cos().repeat(1, 2), persistent=False)
        self.register_buffer("sine", angles.sin().repeat(1, 2), persistent=False)

    def forward(self, ids):
        stream = self.embed_tokens(ids)
        cosine, sine = self.cosine[: ids.shape[1]], self.sine[: ids.shape[1]]
        for layer in self.layers:
            stream = layer(stream, cosine, sine)
        return self.norm(stream)


class Whole(nn.Module):
    """Under the names of a checkpoint."""

    def __init__(self):
        super().__init__()
        self.model = Llama()
        self.lm_head = nn.Linear(WIDTH, VOCABULARY, bias=False)

    def forward(self, ids):
        return self.lm_head(self.model(ids))


def turn(heads, cosine, sine):
    first, second = heads.chunk(2, dim=-1)
    return heads * cosine + torch.cat((-second, first), dim=-1) * sine


def make(folder, documents, seed):
    torch.manual_seed(seed)
    model = Whole()
    for name, parameter in model.named_parameters():
        if parameter.dim() > 1:
            nn.init.normal_(parameter, std=0.02)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    save_file(model.state_dict(), folder / "model.safetensors")
    config = {
        "model_type": "llama",
        "vocab_size": VOCABULARY,
        "hidden_size": WIDTH,
        "intermediate_size": INNER,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "num_key_value_heads": HEADS,
        "max_position_embeddings": LENGTH,
        "hidden_act": "silu",
        "rms_norm_eps": 1e-5,
        "rope_theta": 10000.0,
        "tie_word_embeddings": False,
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    # Words as often as Zipf's law has them, each after one that leads to it: something is there to be learnt.
    random = numpy.random.default_rng(seed)
    chances = 1 / numpy.arange(1, VOCABULARY + 1)
    drawn = random.choice(VOCABULARY, (documents, LENGTH), p=chances / chances.sum())
    for t in range(1, LENGTH):
        repeated = random.random(documents) < 0.5
        drawn[:, t] = numpy.where(repeated, (7 * drawn[:, t - 1] + 3) % VOCABULARY, drawn[:, t])
    drawn.astype("<i4").tofile(folder / "documents.bin")


def train(folder, steps, batch, threads):
    torch.set_num_threads(threads)
    folder = pathlib.Path(folder)
    model = Whole()
    model.load_state_dict(load_file(folder / "model.safetensors"))
    ids = torch.from_numpy(numpy.fromfile(folder / "documents.bin", "<i4").reshape(-1, LENGTH).astype(numpy.int64))
    matrices = [parameter for parameter in model.parameters() if parameter.dim() > 1]
    vectors = [parameter for parameter in model.parameters() if parameter.dim() == 1]
    groups = [{"params": matrices, "weight_decay": 0.01}, {"params": vectors, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=RATE, fused=True)
    for step in range(steps):
        start = time.perf_counter()
        rows = ids[step * batch : (step + 1) * batch]
        logits = model(rows[:, :-1])
        loss = functional.cross_entropy(logits.flatten(0, 1), rows[:, 1:].flatten())
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        value = loss.item()
        print("step", value, time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    work = {"make": make, "train": train}[sys.argv[1]]
    work(sys.argv[2], *map(int, sys.argv[3:]))
