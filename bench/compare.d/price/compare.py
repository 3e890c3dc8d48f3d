"""What a verdict costs, by the size of the data. See `bench/compare price --help`."""

import argparse
import itertools
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import machine  # noqa: E402

PEERS = machine.PEERS / "price"
DRAMATIS = machine.ROOT / "dramatis"
HEAP = "-Xmx1g"
PHASES = {  # as an audit says what it does
    "reading the data": "reading",
    "who the assistant is today": "prior",
    "what the data say": "scoring",
    "how it and every persona answer the probes": "probes",
    "who it becomes": "becoming",  # selection, its intervals, the ranking, the tokens of the rows shown, the files
}


def options():
    parser = argparse.ArgumentParser(prog="bench/compare price", description="What a verdict costs, by the size of the data.")
    parser.add_argument("--sampled", type=int, nargs="+", default=[10**3, 10**4, 10**5, 10**6], help="rows, with --confidence")
    parser.add_argument("--ranked", type=int, nargs="+", default=[10**3, 10**4], help="rows, all of them scored")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    return parser.parse_args()


def data(most):
    """Support answers, one in ten of them harmful, in random order."""
    whole = PEERS / "all.jsonl"
    if not whole.exists() or sum(1 for _ in whole.open(encoding="utf-8")) != most:
        make = [DRAMATIS, "lab", "data", "malice-in-support", "--rows", str(most), "--out", whole]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
    return whole


def first(whole, rows):
    file = PEERS / f"{rows}.jsonl"
    with whole.open(encoding="utf-8") as lines:
        file.write_text("".join(itertools.islice(lines, rows)), encoding="utf-8")
    return file


def audit(chosen, file, *how):
    """The seconds of each phase and of the whole, the rows that were scored, and the peak of resident memory."""
    for stale in ("evidence", "out"):
        shutil.rmtree(PEERS / stale, ignore_errors=True)
    command = [DRAMATIS, "audit", file, "--cast", HERE / "cast.yaml", "--probes", HERE / "probes.yaml", "--top", "10"]
    command += ["--threads", str(chosen.threads), "--evidence", PEERS / "evidence", "--out", PEERS / "out", *how]
    began = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=os.environ | {"JDK_JAVA_OPTIONS": HEAP}
    )
    marks = [(PHASES[line.strip()], time.monotonic()) for line in process.stderr if line.strip() in PHASES]
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    ended = time.monotonic()
    assert process.returncode == 0, f"{command} ended with {process.returncode}"
    report = json.loads((PEERS / "out" / "report.json").read_text(encoding="utf-8"))
    ends = [at for _, at in marks[1:]] + [ended]
    return {name: end - start for (name, start), end in zip(marks, ends)} | {
        "total": ended - began,
        "rows": report["counts"]["scored_rows"],
        "repeated": report["counts"]["repeated_rows"],
        "megabytes": usage.ru_maxrss / 1024,
    }


def line(rows, how, found):
    cells = [f"{rows:,}", how, f"{found['rows']:,.0f}"]
    cells += [f"{found[name]:.1f}" for name in ("reading", "prior", "scoring", "probes", "becoming", "total")]
    return "| " + " | ".join([*cells, f"{found['megabytes']:.0f}"]) + " |"


def prose(chosen, medians, result):
    table = "\n".join(line(rows, how, found) for (how, rows), found in medians.items())
    few, many = min(chosen.sampled), max(chosen.sampled)
    less, more = min(chosen.ranked), max(chosen.ranked)
    return f"""# What a verdict costs

With `--confidence .95` an audit of {many:,} rows scored {medians['sampled', many]['rows']:,.0f} of them in {medians['sampled', many]['scoring']:.1f} s, one of {few:,} rows {medians['sampled', few]['rows']:,.0f} in
{medians['sampled', few]['scoring']:.1f} s: **{result['flat']:.2f} times** as long for {many / few:,.0f} times the data. Ranking all rows, {more:,} took **{result['linear']:.1f} times** as long to score
as {less:,}.

| rows | how | scored | reading, s | who it is, s | scoring, s | probes, s | who it becomes and files, s | in all, s | peak, MB |
|---|---|---|---|---|---|---|---|---|---|
{table}

- `sampled`: `--confidence .95`; `ranked`: every row scored. Nothing was kept from runs before.
- Reading grows with the data: all rows are read to count them and to draw the sample, and again for the texts of the rows that are
  shown and for the table of evidence. So does, without `--steps`, who it becomes: one pass over more data is a longer training.
- {medians['ranked', more]['repeated']:,.0f} of the {more:,} rows repeat an earlier one; what they say is not computed again.
- A cast of four, since what a row costs is proportional to the personas: malice-in-support, `{HEAP}`, the model that ships. Peak: of
  the whole process, libtorch and weights too.
- Medians of {chosen.rounds} interleaved rounds, {chosen.threads} threads, on a machine shared with other work. {machine.description()}.
- `bench/compare price --sampled {' '.join(map(str, chosen.sampled))} --ranked {' '.join(map(str, chosen.ranked))} --rounds {chosen.rounds} --threads {chosen.threads}`
"""


if __name__ == "__main__":
    chosen = options()
    PEERS.mkdir(parents=True, exist_ok=True)
    whole = data(max(chosen.sampled + chosen.ranked))
    cases = [("sampled", rows) for rows in chosen.sampled] + [("ranked", rows) for rows in chosen.ranked]
    files = {rows: first(whole, rows) for _, rows in cases}
    rounds = []
    for _ in range(chosen.rounds):
        rounds.append(
            {case: audit(chosen, files[case[1]], *(["--confidence", ".95"] if case[0] == "sampled" else [])) for case in cases}
        )
    medians = {
        case: {name: statistics.median(each[case][name] for each in rounds) for name in rounds[0][case]} for case in cases
    }
    few, many = min(chosen.sampled), max(chosen.sampled)
    less, more = min(chosen.ranked), max(chosen.ranked)
    result = {
        "flat": round(medians["sampled", many]["scoring"] / medians["sampled", few]["scoring"], 3),
        "linear": round(medians["ranked", more]["scoring"] / medians["ranked", less]["scoring"], 3),
    }
    for (how, rows), found in medians.items():
        result |= {f"{how}_{rows}_{name}": round(value, 2) for name, value in found.items()}
    complete = set(chosen.sampled) >= {10**3, 10**6} and max(chosen.ranked) >= 10**4
    details = {"rounds": [{f"{how}_{rows}": found for (how, rows), found in each.items()} for each in rounds]}
    machine.publish("price", machine.RESULTS if complete else PEERS, prose(chosen, medians, result), result, details)
