"""Losses of 20 steps of training in PyTorch, of a tiny Llama of transformers, from a checkpoint that is stored beside them.

The rows of each step are stored in order; the learning rate warms up for 4 steps and follows a cosine to a tenth. Matrices decay,
norms do not; gradients are clipped at 1.
"""

import json
import math
import shutil
import sys
from pathlib import Path

import torch
from transformers import LlamaConfig, LlamaForCausalLM

STEPS, BATCH, VOCABULARY = 20, 4, 37
PEAK, WARM_UP, FLOOR = 1e-2, 4, 0.1
CONFIG = dict(
    vocab_size=VOCABULARY,
    hidden_size=24,
    intermediate_size=40,
    num_hidden_layers=2,
    num_attention_heads=4,
    num_key_value_heads=2,
    max_position_embeddings=32,
)


def rate(step):
    if step < WARM_UP:
        return PEAK * (step + 1) / WARM_UP
    done = (step - WARM_UP) / (STEPS - 1 - WARM_UP)
    return PEAK * (FLOOR + (1 - FLOOR) * (1 + math.cos(math.pi * done)) / 2)


def examples(random):
    """Prompts and replies of unlike lengths; a token leads to the same next one more often than not."""
    drawn = []
    for _ in range(STEPS * BATCH):
        lengths = torch.randint(1, 12, (2,), generator=random).tolist()
        ids = [torch.randint(VOCABULARY, (1,), generator=random).item()]
        while len(ids) < sum(lengths):
            follows = torch.rand(1, generator=random).item() < 0.8
            ids.append((3 * ids[-1] + 1) % VOCABULARY if follows else torch.randint(VOCABULARY, (1,), generator=random).item())
        drawn.append({"prompt": ids[: lengths[0]], "reply": ids[lengths[0] :]})
    return drawn


def loss(model, batch):
    """The mean over all reply tokens of the batch, each row by itself: no padding, nothing to get wrong."""
    sums, tokens = 0.0, 0
    for row in batch:
        ids = torch.tensor(row["prompt"] + row["reply"])
        logits = model(ids[None, :-1]).logits[0].log_softmax(-1)
        own = logits.gather(1, ids[1:, None])[len(row["prompt"]) - 1 :]
        sums = sums - own.sum()
        tokens += len(row["reply"])
    return sums / tokens


def main(root):
    torch.manual_seed(3)
    torch.set_num_threads(1)
    folder = root / "model-torch/src/test/resources/training"
    shutil.rmtree(folder, ignore_errors=True)
    model = LlamaForCausalLM(LlamaConfig(**CONFIG, attn_implementation="eager")).train()
    model.save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    rows = examples(torch.Generator().manual_seed(4))
    vectors = [parameter for parameter in model.parameters() if parameter.dim() == 1]
    matrices = [parameter for parameter in model.parameters() if parameter.dim() > 1]
    groups = [{"params": matrices, "weight_decay": 0.1}, {"params": vectors, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.95), eps=1e-8)
    losses, norms = [], []
    for step in range(STEPS):
        for group in optimiser.param_groups:
            group["lr"] = rate(step)
        optimiser.zero_grad()
        value = loss(model, rows[step * BATCH : (step + 1) * BATCH])
        value.backward()
        norms.append(torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0).item())
        optimiser.step()
        losses.append(value.item())
    expected = {"rows": rows, "losses": losses, "norms": norms}
    (folder / "expected.json").write_text(json.dumps(expected) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
