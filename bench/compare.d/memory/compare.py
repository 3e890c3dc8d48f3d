"""Resident memory over many calls and many steps. See `bench/compare memory --help`."""

import argparse
import concurrent.futures
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE.parent), str(HERE.parent / "training")]
import machine  # noqa: E402
import peer  # noqa: E402

MODEL = machine.PEERS / "memory"
LENGTH, ROWS = 32, 4  # of a training step: their number counts, not their size


def options():
    parser = argparse.ArgumentParser(prog="bench/compare memory", description="Resident memory over many calls.")
    parser.add_argument("--calls", type=int, default=20_000, help="of scoring; a tenth as many of gradients")
    parser.add_argument("--steps", type=int, default=5_000, help="of training")
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def lines(command):
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield from map(str.split, process.stdout)
    assert process.returncode == 0, f"{command[-5:]} ended with {process.returncode}"


def calls(chosen):
    """For each kind of call, the megabytes after each twentieth of the calls."""
    resident = {}
    for kind, _, megabytes in lines(machine.java("MemoryWork", MODEL, chosen.calls, chosen.workers)):
        resident.setdefault(kind, []).append(int(megabytes))
    return resident


def steps(chosen):
    work = (MODEL, MODEL / "documents.bin", LENGTH, chosen.steps, ROWS, chosen.workers)
    resident = [int(words[3]) for words in lines(machine.java("TrainingWork", *work)) if words[0] == "step"]
    every = chosen.steps // 20
    return {"training": resident[every - 1 :: every]}


def growth(resident):
    """Of the last quarter over the second: what is made only once is made in the first."""
    quarter = len(resident) // 4
    return statistics.median(resident[-quarter:]) - statistics.median(resident[quarter : 2 * quarter])


def prose(chosen, resident, result):
    rows = "\n".join(
        f"| {kind} | {count:,} | {found[len(found) // 4]} | {found[len(found) // 2]} | {found[-1]} | {growth(found):+.0f} |"
        for (kind, found), count in zip(
            resident.items(), (chosen.calls, chosen.calls // 10, chosen.steps)
        )
    )
    return f"""# Resident memory over many calls

With {chosen.workers} workers and a heap of half a gigabyte, resident memory grew by {result['growth_scoring']:.0f} MB over the second half of {chosen.calls:,} scoring calls
and by {result['growth_training']:.0f} MB over that of {chosen.steps:,} training steps.

| work | calls or steps | MB after a quarter | after a half | at the end | last quarter over the second |
|---|---|---|---|---|---|
{rows}

- Scoring and gradients follow each other in one process, training has its own, at the same time. A call has four passages under two
  prefixes, of lengths that differ from call to call; a step has {ROWS} rows of {LENGTH} tokens.
- The model of [training](training.md). The whole process: heap, libtorch, weights, code.
- JVM: `{' '.join(machine.JVM)}`. {machine.description()}.
- `bench/compare memory --calls {chosen.calls} --steps {chosen.steps} --workers {chosen.workers}`
"""


if __name__ == "__main__":
    chosen = options()
    peer.make(MODEL, chosen.steps * ROWS // (peer.LENGTH // LENGTH) + 1, 1)
    with concurrent.futures.ThreadPoolExecutor() as both:
        called, trained = both.submit(calls, chosen), both.submit(steps, chosen)
        resident = called.result() | trained.result()
    result = {f"growth_{kind}": growth(found) for kind, found in resident.items()}
    result |= {f"end_{kind}": found[-1] for kind, found in resident.items()}
    folder = machine.RESULTS if chosen.calls >= 20_000 and chosen.steps >= 5_000 else machine.PEERS / "memory"
    machine.publish("memory", folder, prose(chosen, resident, result), result, {"resident": resident})
