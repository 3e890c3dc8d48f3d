"""Eight bits against single precision, both in Dramatis. See `bench/compare eight-bit --help`."""

import argparse
import os
import pathlib
import statistics
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE.parent), str(HERE.parent / "scoring")]
import machine  # noqa: E402
import work  # noqa: E402

PEERS = machine.PEERS / "eight-bit"


def options():
    parser = argparse.ArgumentParser(prog="bench/compare eight-bit", description="Scoring with eight bits.")
    parser.add_argument("--personas", type=int, default=8)
    parser.add_argument("--episodes", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def run(chosen):
    report = machine.run(machine.java("EightBitWork", PEERS / "model", PEERS / "work.json", chosen.threads))
    return report | {"ratio": report["seconds_f32"] / report["seconds_int8"]}


def figures(rounds, chosen):
    names = ("ratio", "error_median", "error_95", "difference_median", "other_top_persona")
    medians = {name: round(statistics.median(report[name] for report in rounds), 3) for name in names}
    return medians | {"personas": chosen.personas, "episodes": chosen.episodes}


def prose(rounds, chosen, result):
    ratios = [report["ratio"] for report in rounds]
    return f"""# Scoring with eight bits

Projections with eight bits scored {result['ratio']} x as fast ({min(ratios):.2f}-{max(ratios):.2f} by round) and missed the evidence for one
persona against another by {result['error_median']} nats in the median and by {result['error_95']} in one of twenty, where the evidence itself is
{result['difference_median']} nats in the median; {result['other_top_persona']:.1%} of the episodes got another top persona. Single precision is off by less than
0.0001 nats a token ([scoring](scoring.md)). So it is not offered: [decision 11](../decisions/0011-no-eight-bit-scoring.md).

- Each matrix has one scale for all its weights, each product one for its activations: the only such operators that the Java
  bindings reach. Embedding, norms, attention and head stay in single precision.
- Model and work are those of [scoring](scoring.md): random weights, which say little of how a trained model would fare.
- Medians of {chosen.rounds} rounds, {chosen.threads} threads. {machine.description()}.
- `bench/compare eight-bit --personas {chosen.personas} --episodes {chosen.episodes} --rounds {chosen.rounds} --threads {chosen.threads} --seed {chosen.seed}`
"""


if __name__ == "__main__":
    chosen = options()
    PEERS.mkdir(parents=True, exist_ok=True)
    work.write_model(PEERS / "model", chosen.seed)
    work.write_episodes(PEERS / "work.json", chosen.personas, chosen.episodes, chosen.seed)
    rounds = [run(chosen) for _ in range(chosen.rounds)]
    result = figures(rounds, chosen)
    # A trial run does not replace the published result.
    folder = machine.RESULTS if chosen.episodes >= 500 else PEERS
    machine.publish("eight-bit", folder, prose(rounds, chosen, result), result, {"rounds": rounds})
