"""Interleaves the programs, checks that they agree, and writes the result. See `bench/compare training --help`."""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

import numpy
import peer
import torch

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PEERS = ROOT / "bench" / ".peers" / "training"
# Steps of a process that are not timed: the JVM compiles, libraries choose kernels, memory is touched for the first time.
WARM_UP = 4
# Rounding differs from the first step on, and Adam lets it grow.
TOLERANCE = 1e-3
JAVA_FLAGS = [
    "-Xmx512m",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
    "-Dorg.bytedeco.javacpp.maxbytes=0",
    "-Dorg.bytedeco.javacpp.nopointergc=true",
]


def options():
    parser = argparse.ArgumentParser(prog="bench/compare training", description="Training against PyTorch.")
    parser.add_argument("--steps", type=int, default=12, help="timed in each round")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--memory", type=int, metavar="STEPS", help="train for so many short steps, and show the memory only")
    return parser.parse_args()


def dramatis(folder, length, steps, batch, threads):
    bench = ROOT / "bench" / "target"
    java = [os.environ["JAVA_HOME"] + "/bin/java", *JAVA_FLAGS, "-cp", f"{bench}/classes:{bench}/lib/*"]
    work = (folder, folder / "documents.bin", length, steps, batch, threads)
    return [*java, "org.dramatis.bench.TrainingWork", *map(str, work)]


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
        # Each goes first in every other round.
        order = list(programs) if number % 2 == 0 else list(programs)[::-1]
        reports = {name: run(programs[name]) for name in order}
        numpy.testing.assert_allclose(reports["dramatis"]["losses"], reports["pytorch"]["losses"], atol=TOLERANCE, rtol=0)
        rounds.append(reports)
    return rounds


def tokens_per_second(rounds, program, chosen):
    tokens = chosen.batch * (peer.LENGTH - 1)
    return [tokens / statistics.median(reports[program]["seconds"]) for reports in rounds]


def figures(rounds, chosen):
    ours, theirs = (tokens_per_second(rounds, program, chosen) for program in ("dramatis", "pytorch"))
    ratios = [own / other for own, other in zip(ours, theirs)]
    gaps = (
        numpy.abs(numpy.subtract(reports["dramatis"]["losses"], reports["pytorch"]["losses"])).max() for reports in rounds
    )
    return {
        "ratio": round(statistics.median(ratios), 3),
        "ratio_least": round(min(ratios), 3),
        "ratio_most": round(max(ratios), 3),
        "tokens_per_second": round(statistics.median(ours)),
        "pytorch_tokens_per_second": round(statistics.median(theirs)),
        "loss_difference": float(f"{max(gaps):.1e}"),
        "workers": chosen.threads,
    }


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        return next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), "unknown")


def java_version():
    release = pathlib.Path(os.environ["JAVA_HOME"], "release").read_text(encoding="utf-8")
    return next(line.split('"')[1] for line in release.splitlines() if line.startswith("JAVA_RUNTIME_VERSION"))


def prose(rounds, chosen, result):
    rows = "\n".join(
        f"| {number + 1} | {theirs:,.0f} | {ours:,.0f} | {ours / theirs:.2f} |"
        for number, (theirs, ours) in enumerate(
            zip(tokens_per_second(rounds, "pytorch", chosen), tokens_per_second(rounds, "dramatis", chosen))
        )
    )
    parameters = sum(parameter.numel() for parameter in peer.Whole().parameters())
    return f"""# Training against PyTorch

A Llama-shaped model of {parameters / 1e6:.1f} M weights learns {chosen.batch} rows of {peer.LENGTH} tokens a step. Dramatis reads
{result['tokens_per_second']:,} tokens a second, {result['ratio']} x what PyTorch reads ({result['ratio_least']}-{result['ratio_most']} by round).

| round | PyTorch, tokens/s | Dramatis, tokens/s | ratio |
|---|---|---|---|
{rows}

A round is a process of each, one after the other, first this and then that; its speed is that of the median of {chosen.steps} steps after
{WARM_UP} that are not timed, and the ratio above is the median of those of the rounds. The load of the machine was
{os.getloadavg()[2]:.1f} over the last 15 minutes, on {os.cpu_count()} processors. Both begin with the same weights and learn the same rows: the losses of no
step differ by more than {result['loss_difference']:.1e} ({TOLERANCE} is allowed).

- Width {peer.WIDTH}, {peer.LAYERS} layers, {peer.HEADS} heads, inner width {peer.INNER}, vocabulary {peer.VOCABULARY:,}; f32; AdamW, gradients clipped at 1.
- PyTorch: `bench/compare.d/training/peer.py`, with fused causal attention, fused AdamW and {chosen.threads} threads; not compiled.
- Dramatis: {chosen.threads} workers of one thread, each with half of the rows; JVM `{' '.join(JAVA_FLAGS)}`.
- {processor()}; {platform.system()} {platform.machine()}; JDK {java_version()}; PyTorch {torch.__version__}, Python {platform.python_version()}.
- `bench/compare training --steps {chosen.steps} --batch {chosen.batch} --rounds {chosen.rounds} --threads {chosen.threads} --seed {chosen.seed}`
"""


def memory(chosen):
    """Steps of few short rows, for their number and not their size counts; resident memory at twenty points."""
    folder, length = PEERS / "model", 32
    peer.make(folder, 256, chosen.seed)
    command = dramatis(folder, length, chosen.memory, 4, chosen.threads)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        resident = [int(line.split()[3]) for line in process.stdout if line.startswith("step ")]
    assert process.returncode == 0 and len(resident) == chosen.memory, f"it ended after {len(resident)} steps"
    every = max(1, chosen.memory // 20)
    for step in range(every, chosen.memory + 1, every):
        print(f"after {step:5} steps {resident[step - 1]:5} MB", flush=True)
    early, last = (statistics.median(part) for part in (resident[every : 2 * every], resident[-every:]))
    print("training-memory", f"steps={chosen.memory}", f"early_mb={early:.0f}", f"last_mb={last:.0f}")


def publish(chosen):
    rounds = measure(chosen)
    result = figures(rounds, chosen)
    # A trial run does not replace the published result.
    whole = chosen.rounds >= 5 and chosen.steps >= 10
    results = ROOT / "docs" / "results" if whole else PEERS
    results.mkdir(parents=True, exist_ok=True)
    (results / "training.md").write_text(prose(rounds, chosen, result), encoding="utf-8")
    (results / "training.json").write_text(json.dumps(result | {"rounds": rounds}, indent=2) + "\n", encoding="utf-8")
    print("training", *(f"{name}={value}" for name, value in result.items()))


if __name__ == "__main__":
    chosen = options()
    memory(chosen) if chosen.memory else publish(chosen)
