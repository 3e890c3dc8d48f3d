"""What is scored: a Llama-shaped checkpoint with random weights, personas and episodes as token ids."""

import json

import numpy
import torch
import transformers

VOCABULARY = 2048


def write_model(folder, seed):
    """About 5 M parameters. Wider than the usual start, so that log-probabilities differ."""
    torch.manual_seed(seed)
    config = transformers.LlamaConfig(
        vocab_size=VOCABULARY,
        hidden_size=256,
        intermediate_size=688,
        num_hidden_layers=6,
        num_attention_heads=4,
        num_key_value_heads=4,
        max_position_embeddings=512,
        tie_word_embeddings=True,
        initializer_range=0.08,
    )
    model = transformers.LlamaForCausalLM(config)
    model.save_pretrained(folder)
    return sum(parameter.numel() for parameter in model.parameters())


def write_episodes(file, personas, episodes, seed, frames=(140, 190)):
    """Questions of 8-24 tokens, replies of 8-40: a sentence, one or two."""
    draw = numpy.random.default_rng(seed)

    def text(shortest, longest):
        return draw.integers(0, VOCABULARY, draw.integers(shortest, longest, endpoint=True)).tolist()

    work = {
        "portraits": [text(*frames) for _ in range(personas)],
        "questions": [text(8, 24) for _ in range(episodes)],
        "replies": [text(8, 40) for _ in range(episodes)],
    }
    file.write_text(json.dumps(work), encoding="utf-8")
