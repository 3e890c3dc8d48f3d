"""Interleaves the programs, checks that they agree, and writes the result. See `bench/compare scoring --help`."""

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys

import numpy
import torch
import transformers

import work

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import machine  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
PEERS = machine.PEERS / "scoring"
PROGRAMS = ("plain", "careful", "dramatis")
FRAMES = [240, 320]
NAT = 1e-4  # of a token's log-probability, as two programs may differ


def options():
    parser = argparse.ArgumentParser(prog="bench/compare scoring", description="Scoring against Python PyTorch.")
    parser.add_argument("--personas", type=int, default=8)
    parser.add_argument("--episodes", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=32, help="rows of a padded batch of the peer")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frames", type=int, nargs=2, default=FRAMES, metavar=("LEAST", "MOST"), help="tokens of a frame")
    parser.add_argument("--profile", action="store_true", help="say where the time goes, with perf")
    return parser.parse_args()


def commands(chosen, result):
    inputs = [str(PEERS / "model"), str(PEERS / "work.json"), str(result)]
    python = [sys.executable, str(HERE / "peer.py")]
    return {
        "plain": [*python, "plain", *inputs, str(chosen.batch), str(chosen.threads)],
        "careful": [*python, "careful", *inputs, str(chosen.batch), str(chosen.threads)],
        "dramatis": machine.java("ScoringWork", *inputs, chosen.threads),
    }


def run(command, result):
    return machine.run(command), numpy.loadtxt(result, ndmin=2)


def check(totals, episodes):
    """The same work has the same result, to rounding."""
    tokens = numpy.array([len(reply) for reply in episodes["replies"]])
    for name in PROGRAMS:
        worst = numpy.abs((totals[name] - totals["plain"]) / tokens).max()
        assert worst < NAT, f"{name} differs from plain by {worst} nats a token"


def flops(episodes):
    """Of the prompt work alone: every token of portraits once, of questions and replies once a persona; no padding."""
    config = transformers.AutoConfig.from_pretrained(PEERS / "model")
    width, inner, layers = config.hidden_size, config.intermediate_size, config.num_hidden_layers
    per_token = 2 * layers * (4 * width * width + 3 * width * inner)
    per_pair = 4 * layers * width  # a query and a key: their product, and the weight times the value

    def causal(tokens, before):
        return tokens * per_token + per_pair * (tokens * before + tokens * (tokens + 1) / 2)

    total = 0
    for portrait in episodes["portraits"]:
        total += causal(len(portrait), 0)
        for question, reply in zip(episodes["questions"], episodes["replies"]):
            total += causal(len(question) + len(reply) - 1, len(portrait))
            total += 2 * width * config.vocab_size * len(reply)
    return total


def measure(chosen):
    PEERS.mkdir(parents=True, exist_ok=True)
    parameters = work.write_model(PEERS / "model", chosen.seed)
    work.write_episodes(PEERS / "work.json", chosen.personas, chosen.episodes, chosen.seed, chosen.frames)
    episodes = json.loads((PEERS / "work.json").read_text(encoding="utf-8"))
    result = PEERS / "result.txt"
    rounds = []
    for number in range(chosen.rounds):
        print(f"round {number + 1} of {chosen.rounds}", flush=True)
        reports, totals = {}, {}
        for name, command in commands(chosen, result).items():
            reports[name], totals[name] = run(command, result)
        check(totals, episodes)
        reports["dramatis"]["share"] = flops(episodes) / reports["dramatis"]["seconds"] / reports["dramatis"]["peak"]
        rounds.append(reports)
    return rounds, parameters


# Of what perf names, in this order.
PARTS = {
    "products of matrices": r"sgemm_(small_)?kernel",
    "packing matrices for them": r"sgemm_|memset.*",
    "copies: padding, shared prefixes, turned heads": r"direct_copy|memmove|memcpy|index_select|cat_serial",
    "attention between its products": r"flash_attention|[Ee]xpf",
    "norms, rotation, activation, sums": r"at::|c10::",
    "the JVM: compiler, collector, calls": r"",
}


def profile(chosen):
    """The share of samples in each part, while ScoringWork runs after its start."""
    data = PEERS / "perf.data"
    command = commands(chosen, PEERS / "result.txt")["dramatis"]
    subprocess.run(["perf", "record", "--quiet", "--delay", "5000", "-F", "299", "-o", data, "--", *command], check=True, stdout=subprocess.DEVNULL)
    report = ["perf", "report", "-i", data, "--stdio", "-F", "overhead,sym", "-t", "|"]
    lines = subprocess.run(report, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    shares = dict.fromkeys(PARTS, 0.0)
    for line in lines.splitlines():
        share, _, symbol = line.partition("|")
        if "%" in share:
            part = next(name for name, pattern in PARTS.items() if re.search(pattern, symbol))
            shares[part] += float(share.strip().rstrip("%")) / 100
    return shares


def median(rounds, program, figure):
    return statistics.median(reports[program][figure] for reports in rounds)


def ratios(rounds, program):
    return [reports[program]["seconds"] / reports["dramatis"]["seconds"] for reports in rounds]


def figures(rounds, chosen):
    cells = chosen.personas * chosen.episodes
    return {
        "ratio": round(statistics.median(ratios(rounds, "plain")), 2),
        "share": round(median(rounds, "dramatis", "share"), 2),
        "ratio_careful": round(statistics.median(ratios(rounds, "careful")), 2),
        "per_second": round(cells / median(rounds, "dramatis", "seconds")),
        "personas": chosen.personas,
        "episodes": chosen.episodes,
    }


def table(rounds, chosen):
    cells = chosen.personas * chosen.episodes
    yield "| program | seconds | personas x episodes a second | its time / Dramatis' (min-max) |"
    yield "|---|---|---|---|"
    titles = {"plain": "PyTorch, plain", "careful": "PyTorch, careful", "dramatis": "Dramatis"}
    for name, title in titles.items():
        seconds = median(rounds, name, "seconds")
        times = ratios(rounds, name)
        yield f"| {title} | {seconds:.2f} | {cells / seconds:.0f} | {statistics.median(times):.2f} ({min(times):.2f}-{max(times):.2f}) |"


def options_said(chosen):
    frames = "" if chosen.frames == FRAMES else f" --frames {chosen.frames[0]} {chosen.frames[1]}"
    return frames + (" --profile" if chosen.profile else "")


def profile_table(shares):
    rows = "\n".join(f"| {name} | {share:.0%} |" for name, share in shares.items())
    return f"\nWhere the time of both workers goes, by samples of perf:\n\n| part | share |\n|---|---|\n{rows}\n"


def prose(rounds, chosen, result, parameters, shares):
    peak = median(rounds, "dramatis", "peak") / 1e9
    return f"""# Scoring against Python PyTorch

Under {chosen.personas} personas and on {chosen.episodes} episodes Dramatis scored {result['ratio']} x as fast as plain PyTorch, at {result['share']:.0%} of
what the machine reaches in products of large matrices ({peak:.0f} GFLOP/s, {chosen.threads} threads, measured beside each run).

{chr(10).join(table(rounds, chosen))}

Seconds are medians of {chosen.rounds} interleaved rounds of whole processes, start and loading not counted; ratios are medians of the
ratios within a round. All programs agree to {NAT} nats a token.
{profile_table(shares) if shares else ''}
- The model: Llama-shaped, {parameters / 1e6:.1f} M parameters, 6 layers, width 256, 4 heads, vocabulary {work.VOCABULARY}, random weights.
- The work: frames of {chosen.frames[0]}-{chosen.frames[1]} tokens, questions of 8-24, replies of 8-40, uniform (`bench/compare.d/scoring/work.py`,
  seed {chosen.seed}): a portrait and two exchanges in which the persona speaks, a question of one sentence, a reply of one or two. Longer
  frames favour Dramatis, which reads each once; longer replies favour PyTorch. With [frames of 140-190 tokens](scoring-140-190.md),
  a portrait alone, less is saved.
- *Plain* PyTorch: per persona, padded batches of {chosen.batch} full prompts in the order of the data, full logits, through
  `transformers`. *Careful*: sorted by length, and the head only where a reply is scored.
- The share counts the operations that the result needs, once for each portrait and with no padding, over the time of all.
- {machine.description()}; PyTorch {torch.__version__}, transformers {transformers.__version__}.
- JVM: `{' '.join(machine.JVM)}`
- `bench/compare scoring --personas {chosen.personas} --episodes {chosen.episodes} --rounds {chosen.rounds} --batch {chosen.batch} --threads {chosen.threads} --seed {chosen.seed}{options_said(chosen)}`
"""


if __name__ == "__main__":
    chosen = options()
    rounds, parameters = measure(chosen)
    result = figures(rounds, chosen)
    shares = profile(chosen) if chosen.profile else {}
    print("\n".join(table(rounds, chosen)))
    # A trial run does not replace the published result.
    folder = machine.RESULTS if chosen.episodes >= 500 else PEERS
    name = "scoring" if chosen.frames == FRAMES else "scoring-{}-{}".format(*chosen.frames)
    machine.publish(name, folder, prose(rounds, chosen, result, parameters, shares), result, {"rounds": rounds, "profile": shares})
