"""Interleaves the programs, checks that they agree, and writes the result. See `bench/compare core --help`."""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys

import evidence
import numpy
import peer

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import machine  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PEERS = ROOT / "bench" / ".peers" / "core"
PHASES = {
    "load": "read and prepare",
    "em": "50 EM passes",
    "epoch": "selection, an epoch of 1,000-row batches",
    "full": "selection, 20 full-batch steps",
}


def options():
    parser = argparse.ArgumentParser(prog="bench/compare core", description="Posterior arithmetic against NumPy.")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--personas", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if chosen.rows < peer.BATCH or chosen.rows % peer.BATCH:
        parser.error(f"--rows {chosen.rows}: it must be a multiple of {peer.BATCH:,}")
    return chosen


def java_flags(chosen):
    # A row has its cells and its best; the rest is room to work. A small young generation, since hardly anything dies.
    heap = chosen.rows * (chosen.personas + 1) * 8 * 65 // 64 + (104 << 20)
    return [
        "-XX:+UseParallelGC",
        "-Xmn16m",
        "-XX:+UseTransparentHugePages",
        f"-XX:ActiveProcessorCount={chosen.threads}",
        f"-Xmx{heap >> 20}m",
    ]


def commands(chosen, file):
    work = [str(file), str(chosen.rows), str(chosen.personas)]
    bench = ROOT / "bench" / "target"
    java = [os.environ["JAVA_HOME"] + "/bin/java", *java_flags(chosen), "-cp", f"{bench}/classes:{bench}/lib/*"]
    numpy_peer = [str(PEERS / "python" / "bin" / "python"), str(HERE / "peer.py")]
    return {
        "plain": [*numpy_peer, "plain", *work],
        "tuned": [*numpy_peer, "tuned", *work],
        "dramatis": [*java, "org.dramatis.bench.CoreWork", *work],
    }


def run(command, threads):
    threading = {name: str(threads) for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")}
    lines = subprocess.run(command, env=os.environ | threading, check=True, stdout=subprocess.PIPE, text=True).stdout
    report = {name: numpy.array(values, float) for name, *values in map(str.split, lines.splitlines())}
    return {name: values if name.endswith("weights") else values[0] for name, values in report.items()}


def scale_plain(report, prior_passes):
    """From the seconds of one pass, since all cost the same."""
    scale = {"em": peer.EM_PASSES, "full": peer.FULL_STEPS, "prior": prior_passes}
    return report | {phase: passes * report["pass"] for phase, passes in scale.items()}


def check(reports, file, chosen):
    """The same work has the same result: to rounding, or for the prior as the proven gap allows."""
    tuned = reports["tuned"]
    for name, report in reports.items():
        for result in ("em.weights", "epoch.weights", "full.weights"):
            if result in report:
                numpy.testing.assert_allclose(report[result], tuned[result], rtol=0, atol=1e-9, err_msg=f"{name} {result}")
    logs = numpy.memmap(file, float, "r", shape=(chosen.rows, chosen.personas))
    gain = numpy.zeros(2)
    for start in range(0, chosen.rows, evidence.CHUNK):
        part = logs[start : start + evidence.CHUNK]
        ratios = numpy.exp(part - part.max(axis=1, keepdims=True))
        gain += [numpy.log(ratios @ reports[name]["prior.weights"]).sum() for name in ("tuned", "dramatis")]
    difference = abs(gain[1] - gain[0]) / chosen.rows
    assert difference <= peer.GAP, f"the priors differ by {difference} nats a row, more than the gap {peer.GAP}"


def measure(chosen):
    PEERS.mkdir(parents=True, exist_ok=True)
    file = PEERS / "evidence.bin"
    evidence.write(file, chosen.rows, chosen.personas, chosen.seed)
    rounds = []
    try:
        for number in range(chosen.rounds):
            print(f"round {number + 1} of {chosen.rounds}", flush=True)
            reports = {name: run(command, chosen.threads) for name, command in commands(chosen, file).items()}
            reports["plain"] = scale_plain(reports["plain"], reports["tuned"]["prior.passes"])
            check(reports, file, chosen)
            for report in reports.values():
                report["same"] = sum(report[phase] for phase in PHASES)
            rounds.append(reports)
    finally:
        file.unlink()
    return rounds


def median(rounds, program, phase):
    return statistics.median(reports[program][phase] for reports in rounds)


def ratios(rounds, program, phase):
    return [reports[program][phase] / reports["dramatis"][phase] for reports in rounds]


def table(rounds, chosen):
    cells = chosen.rows * chosen.personas * 8
    yield "| phase | NumPy plain, s | NumPy tuned, s | Dramatis, s | tuned / Dramatis (min-max) |"
    yield "|---|---|---|---|---|"
    phases = PHASES | {"same": "**all of these**", "prior": "prior to a proven gap of 1e-6 nats a row"}
    for phase, title in phases.items():
        times = " | ".join(f"{median(rounds, program, phase):.3f}" for program in ("plain", "tuned", "dramatis"))
        tuned = ratios(rounds, "tuned", phase)
        yield f"| {title} | {times} | {statistics.median(tuned):.2f} ({min(tuned):.2f}-{max(tuned):.2f}) |"
    memory = " | ".join(f"{median(rounds, program, 'peak') / cells:.2f}" for program in ("plain", "tuned", "dramatis"))
    yield f"| peak memory, multiple of the matrix | {memory} | |"


def figures(rounds, chosen):
    return {
        "ratio": round(statistics.median(ratios(rounds, "tuned", "same")), 2),
        "ratio_plain": round(statistics.median(ratios(rounds, "plain", "same")), 2),
        "ratio_prior": round(statistics.median(ratios(rounds, "tuned", "prior")), 2),
        "memory": round(median(rounds, "dramatis", "peak") / (chosen.rows * chosen.personas * 8), 2),
        "rows": chosen.rows,
        "personas": chosen.personas,
    }


def prose(rounds, chosen, result):
    last = rounds[-1]
    same = ratios(rounds, "tuned", "same")
    verdict = "faster than" if min(same) > 1 else "slower than" if max(same) < 1 else "about as fast as"
    return f"""# Posterior arithmetic against NumPy

On {chosen.rows:,} rows and {chosen.personas} personas Dramatis was {verdict} tuned NumPy at the same work
({result['ratio']} x its speed, {min(same):.2f}-{max(same):.2f} by round; {result['ratio_plain']} x that of plain NumPy) and peaked at {result['memory']} x the size of the matrix.

{chr(10).join(table(rounds, chosen))}

Seconds are medians of {chosen.rounds} interleaved rounds of whole processes, ratios medians of the ratios within a round;
the load of the machine was {os.getloadavg()[2]:.1f} over the last 15 minutes, on {os.cpu_count()} processors. The weights of all
programs agree to 1e-9; the priors to the gap. The prior is not the same work: NumPy climbs by EM
({last['tuned']['prior.passes']:.0f} passes), Dramatis by the fit of its core ({last['dramatis']['prior.passes']:.0f} passes and curvatures).

- *Tuned* NumPy takes the exponentials once, in place, then two matrix-vector products a pass. Products over blocks of
  rows, which would read memory once instead of twice, are not tried.
- *Plain* NumPy forms the matrix of responsibilities in each pass; it was timed on {peer.PLAIN_PASSES} passes and scaled.
  Its epoch of small batches does the same arithmetic, and shows what allocating such matrices costs.
- Evidence: `bench/compare.d/core/evidence.py`, seed {chosen.seed}.
- {machine.description()}, {chosen.threads} threads; NumPy {numpy.__version__}.
- JVM: `{' '.join(java_flags(chosen))}`
- `bench/compare core --rows {chosen.rows} --personas {chosen.personas} --rounds {chosen.rounds} --threads {chosen.threads} --seed {chosen.seed}`
"""


def seconds(rounds):
    return [
        {program: {name: value for name, value in report.items() if numpy.ndim(value) == 0} for program, report in reports.items()}
        for reports in rounds
    ]


if __name__ == "__main__":
    chosen = options()
    rounds = measure(chosen)
    result = figures(rounds, chosen)
    print("\n".join(table(rounds, chosen)))
    # A trial run does not replace the published result.
    folder = machine.RESULTS if chosen.rows >= 1_000_000 else PEERS
    machine.publish("core", folder, prose(rounds, chosen, result), result, {"rounds": seconds(rounds)})
