"""Interleaves the programs, checks that they agree, and writes the result. See `bench/compare training --help`."""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys

import numpy
import peer
import torch

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import machine  # noqa: E402

PEERS = machine.PEERS / "training"
# Steps of a process that are not timed: the JVM compiles, libraries choose kernels, memory is touched for the first time.
WARM_UP = 4
# Rounding differs from the first step on, and Adam lets it grow.
TOLERANCE = 1e-3


def options():
    parser = argparse.ArgumentParser(prog="bench/compare training", description="Training against PyTorch.")
    parser.add_argument("--steps", type=int, default=12, help="timed in each round")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mkl", action="store_true", help="run Dramatis with MKL too, which is fetched")
    return parser.parse_args()


def dramatis(folder, length, steps, batch, threads, mkl=False):
    work = (folder, folder / "documents.bin", length, steps, batch, threads)
    return machine.java("TrainingWork", *work, mkl=mkl)


def pytorch(folder, steps, batch, threads):
    return [sys.executable, str(HERE / "peer.py"), "train", str(folder), str(steps), str(batch), str(threads)]


def run(command):
    """Losses, and seconds of the steps after those to warm up."""
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    steps = [list(map(float, line.split()[1:])) for line in lines if line.startswith("step ")]
    return {"losses": [step[0] for step in steps], "seconds": [step[1] for step in steps][WARM_UP:]}


def measure(chosen):
    folder = PEERS / "model"
    steps = WARM_UP + chosen.steps
    peer.make(folder, steps * chosen.batch, chosen.seed)
    rounds = []
    for number in range(chosen.rounds):
        print(f"round {number + 1} of {chosen.rounds}", flush=True)
        programs = {
            "pytorch": pytorch(folder, steps, chosen.batch, chosen.threads),
            "dramatis": dramatis(folder, peer.LENGTH, steps, chosen.batch, chosen.threads),
        }
        if chosen.mkl:
            programs["mkl"] = dramatis(folder, peer.LENGTH, steps, chosen.batch, chosen.threads, mkl=True)
        # Each goes first in every other round.
        order = list(programs) if number % 2 == 0 else list(programs)[::-1]
        reports = {name: run(programs[name]) for name in order}
        for report in reports.values():
            numpy.testing.assert_allclose(report["losses"], reports["pytorch"]["losses"], atol=TOLERANCE, rtol=0)
        rounds.append(reports)
    return rounds


def tokens_per_second(rounds, program, chosen):
    tokens = chosen.batch * (peer.LENGTH - 1)
    return [tokens / statistics.median(reports[program]["seconds"]) for reports in rounds]


def ratios(rounds, program, chosen):
    ours, theirs = (tokens_per_second(rounds, name, chosen) for name in (program, "pytorch"))
    return [own / other for own, other in zip(ours, theirs)]


def figures(rounds, chosen):
    gaps = [
        numpy.abs(numpy.subtract(reports["dramatis"]["losses"], reports["pytorch"]["losses"])).max() for reports in rounds
    ]
    own = ratios(rounds, "dramatis", chosen)
    result = {
        "ratio": round(statistics.median(own), 3),
        "ratio_least": round(min(own), 3),
        "ratio_most": round(max(own), 3),
    }
    if chosen.mkl:
        result["ratio_mkl"] = round(statistics.median(ratios(rounds, "mkl", chosen)), 3)
    return result | {
        "tokens_per_second": round(statistics.median(tokens_per_second(rounds, "dramatis", chosen))),
        "pytorch_tokens_per_second": round(statistics.median(tokens_per_second(rounds, "pytorch", chosen))),
        "loss_difference": float(f"{max(gaps):.1e}"),
        "workers": chosen.threads,
    }


TITLES = {"pytorch": "PyTorch", "dramatis": "Dramatis", "mkl": "Dramatis with MKL"}


def table(rounds, chosen):
    names = list(rounds[0]) if not chosen.mkl else list(TITLES)
    yield "| program | tokens a second | of PyTorch's (min-max) |"
    yield "|---|---|---|"
    for name in names:
        speed = statistics.median(tokens_per_second(rounds, name, chosen))
        shares = ratios(rounds, name, chosen)
        yield f"| {TITLES[name]} | {speed:,.0f} | {statistics.median(shares):.2f} ({min(shares):.2f}-{max(shares):.2f}) |"


def prose(rounds, chosen, result):
    parameters = sum(parameter.numel() for parameter in peer.Whole().parameters())
    mkl = f"; with MKL instead of OpenBLAS {result['ratio_mkl']} x" if chosen.mkl else ""
    return f"""# Training against Python PyTorch

A Llama-shaped model of {parameters / 1e6:.1f} M weights learns {chosen.batch} rows of {peer.LENGTH} tokens a step. Dramatis learns from {result['tokens_per_second']:,} tokens a second,
{result['ratio']} x what PyTorch does ({result['ratio_least']}-{result['ratio_most']} by round){mkl}.

{chr(10).join(table(rounds, chosen))}

Most of a step is products of matrices. PyTorch's wheels bring MKL for them, the Java bindings OpenBLAS, which is slower on this
processor. MKL for Java is a download of its own, under a licence of its own: [engine](../engine.md#faster-products-of-matrices).

A round is a process of each, in turns first this and then that; its speed is that of the median of {chosen.steps} steps after
{WARM_UP} that are not timed, and the ratio above is the median of those of {chosen.rounds} rounds. All begin with the same weights and learn the
same rows: the losses of no step differ by more than {result['loss_difference']:.1e} ({TOLERANCE} is allowed).

- Width {peer.WIDTH}, {peer.LAYERS} layers, {peer.HEADS} heads, inner width {peer.INNER}, vocabulary {peer.VOCABULARY:,}; f32; AdamW, gradients clipped at 1.
- PyTorch: `bench/compare.d/training/peer.py`, with fused causal attention, fused AdamW and {chosen.threads} threads; not compiled.
- Dramatis: {chosen.threads} workers of one thread, each with its share of the rows; JVM `{' '.join(machine.JVM)}`.
- {machine.description()}; PyTorch {torch.__version__}. Load over the last 15 minutes: {os.getloadavg()[2]:.1f}.
- `bench/compare training --steps {chosen.steps} --batch {chosen.batch} --rounds {chosen.rounds} --threads {chosen.threads} --seed {chosen.seed}{' --mkl' if chosen.mkl else ''}`
"""


if __name__ == "__main__":
    chosen = options()
    if chosen.mkl:
        machine.fetch_mkl()
    rounds = measure(chosen)
    result = figures(rounds, chosen)
    print("\n".join(table(rounds, chosen)))
    # A trial run does not replace the published result.
    folder = machine.RESULTS if chosen.rounds >= 5 and chosen.steps >= 10 else PEERS
    machine.publish("training", folder, prose(rounds, chosen, result), result, {"rounds": rounds})
