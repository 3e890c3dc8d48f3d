"""First-order evidence against exact evidence, both in Dramatis. See `bench/compare first-order --help`."""

import argparse
import os
import pathlib
import statistics
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE.parent), str(HERE.parent / "scoring")]
import machine  # noqa: E402
import work  # noqa: E402

PEERS = machine.PEERS / "first-order"


def options():
    parser = argparse.ArgumentParser(prog="bench/compare first-order", description="First-order against exact evidence.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def prose(chosen, result):
    milliseconds = {name: 1000 * value for name, value in result.items() if name.startswith("seconds")}
    return f"""# First-order evidence

For {result['episodes']:.0f} replies one forward and one backward pass took {result['seconds_gradients']:.2f} s, whatever the number of personas; the evidence
from them took {milliseconds['seconds_evidence_8']:.0f} ms for 8 personas, {milliseconds['seconds_evidence_64']:.0f} ms for 64 and {milliseconds['seconds_evidence_1024']:.0f} ms for 1,024. Exact evidence, a pass for each persona,
took {result['seconds_exact_8']:.2f} s for 8.

| work | seconds |
|---|---|
| scoring once, without a persona | {result['seconds_score']:.3f} |
| gradients: one forward and one backward pass | {result['seconds_gradients']:.3f} |
| evidence from them, 8 personas | {result['seconds_evidence_8']:.4f} |
| evidence from them, 64 personas | {result['seconds_evidence_64']:.4f} |
| evidence from them, 1,024 personas | {result['seconds_evidence_1024']:.4f} |
| exact evidence, 8 personas | {result['seconds_exact_8']:.3f} |

| length of the vectors | exact evidence, nats a reply | first order misses |
|---|---|---|
| 10 | {result['nats_10.0']:.4f} | {result['error_10.0']:.1%} |
| 1 | {result['nats_1.0']:.4f} | {result['error_1.0']:.1%} |
| 0.1 | {result['nats_0.1']:.4f} | {result['error_0.1']:.1%} |

- Random directions added to the residual stream before the middle layer; {result['tokens']:.0f} tokens in all. Model and replies are those
  of [scoring](scoring.md), random weights: how well first order ranks real personas is measured where personas are real.
- Medians of {chosen.rounds} rounds, {chosen.threads} threads. {machine.description()}.
- `bench/compare first-order --rounds {chosen.rounds} --threads {chosen.threads} --seed {chosen.seed}`
"""


if __name__ == "__main__":
    chosen = options()
    PEERS.mkdir(parents=True, exist_ok=True)
    work.write_model(PEERS / "model", chosen.seed)
    work.write_episodes(PEERS / "work.json", 1, 200, chosen.seed)
    inputs = [PEERS / "model", PEERS / "work.json", chosen.threads]
    rounds = [machine.run(machine.java("FirstOrderWork", *inputs)) for _ in range(chosen.rounds)]
    result = {name: statistics.median(report[name] for report in rounds) for name in rounds[0]}
    machine.publish("first-order", machine.RESULTS, prose(chosen, result), result, {"rounds": rounds})
