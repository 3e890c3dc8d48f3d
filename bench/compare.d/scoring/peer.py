"""The same work in Python PyTorch. Run as: peer.py plain|careful MODEL WORK RESULT BATCH THREADS

plain:   per persona, padded batches of full prompts in the order of the data, full logits.
careful: as plain, but sorted by length, and the head only where a reply is scored.
"""

import json
import pathlib
import sys
import time

import numpy
import torch
import transformers


def score(model, sequences, starts, batch, careful):
    """log p of each sequence from its start on."""
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i])) if careful else range(len(sequences))
    order = list(order)
    totals = numpy.zeros(len(sequences))
    for first in range(0, len(order), batch):
        rows = order[first : first + batch]
        longest = max(len(sequences[i]) for i in rows)
        ids = torch.zeros(len(rows), longest, dtype=torch.long)
        mask = torch.zeros(len(rows), longest, dtype=torch.long)
        scored = torch.zeros(len(rows), longest, dtype=torch.bool)
        for row, i in enumerate(rows):
            ids[row, : len(sequences[i])] = torch.tensor(sequences[i])
            mask[row, : len(sequences[i])] = 1
            scored[row, starts[i] : len(sequences[i])] = True
        if careful:
            hidden = model.model(input_ids=ids, attention_mask=mask).last_hidden_state[:, :-1]
            keep = scored[:, 1:]
            logs = torch.log_softmax(model.lm_head(hidden[keep]), dim=-1)
            own = logs.gather(-1, ids[:, 1:][keep].unsqueeze(-1)).squeeze(-1)
            sums = torch.zeros(len(rows)).index_add_(0, keep.nonzero()[:, 0], own)
        else:
            logits = model(input_ids=ids, attention_mask=mask).logits[:, :-1]
            logs = torch.log_softmax(logits, dim=-1)
            own = logs.gather(-1, ids[:, 1:].unsqueeze(-1)).squeeze(-1)
            sums = (own * scored[:, 1:]).sum(dim=1)
        totals[rows] = sums.numpy()
    return totals


def main(mode, folder, work, result, batch, threads):
    torch.set_num_threads(int(threads))
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    work = json.loads(pathlib.Path(work).read_text(encoding="utf-8"))
    with torch.inference_mode():
        score(model, [[1] * 64] * 4, [32] * 4, 4, mode == "careful")
        began = time.perf_counter()
        totals = []
        for portrait in work["portraits"]:
            prefixes = [portrait + question for question in work["questions"]]
            sequences = [prefix + reply for prefix, reply in zip(prefixes, work["replies"])]
            totals.append(score(model, sequences, [len(prefix) for prefix in prefixes], int(batch), mode == "careful"))
        seconds = time.perf_counter() - began
    numpy.savetxt(result, numpy.array(totals))
    print("seconds", seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
