"""What a NumPy user would run instead: `peer.py {plain|tuned} FILE ROWS PERSONAS`. Prints figures, a name a line."""

import sys
import time

import numpy

EM_PASSES = 50
GAP = 1e-6
BATCH = 1_000
FULL_STEPS = 20
RATE = 1.0
PLAIN_PASSES = 3


class Tuned:
    """Likelihood ratios, exponentiated once in place; then two matrix-vector products a pass."""

    def __init__(self, logs):
        logs -= logs.max(axis=1, keepdims=True)
        self.ratios = numpy.exp(logs, out=logs)

    def slopes(self, weights, batch=slice(None)):
        ratios = self.ratios[batch]
        return ratios.T @ (1 / (ratios @ weights)) / len(ratios)


class Plain:
    """The formulas as they are written: r_nk = w_k exp(l_nk) / sum_j w_j exp(l_nj), a matrix of them each time."""

    def __init__(self, logs):
        self.logs = logs

    def slopes(self, weights, batch=slice(None)):
        joint = self.logs[batch] + numpy.log(weights)
        best = joint.max(axis=1, keepdims=True)
        responsibilities = numpy.exp(joint - best)
        responsibilities /= responsibilities.sum(axis=1, keepdims=True)
        return responsibilities.mean(axis=0) / weights


def em(evidence, passes, personas):
    weights = numpy.full(personas, 1 / personas)
    for _ in range(passes):
        weights = weights * evidence.slopes(weights)
    return weights


def prior(evidence, personas):
    """Plain EM until no weights can be better by more than GAP nats per row."""
    weights = numpy.full(personas, 1 / personas)
    passes = 1
    slopes = evidence.slopes(weights)
    while slopes.max() - 1 > GAP:
        weights = weights * slopes
        slopes = evidence.slopes(weights)
        passes += 1
    return weights, passes


def selection(evidence, batches, personas):
    logits = numpy.zeros(personas)
    weights = numpy.full(personas, 1 / personas)
    for batch in batches:
        logits += RATE * weights * (evidence.slopes(weights, batch) - 1)
        weights = numpy.exp(logits - logits.max())
        weights /= weights.sum()
    return weights


def seconds(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def peak_bytes():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))


def report(name, value):
    print(name, *numpy.atleast_1d(value))


def run_tuned(logs, rows, personas):
    load, evidence = seconds(lambda: Tuned(logs()))
    epoch = [slice(start, start + BATCH) for start in range(0, rows, BATCH)]
    passes, em_weights = seconds(lambda: em(evidence, EM_PASSES, personas))
    fit, (prior_weights, prior_passes) = seconds(lambda: prior(evidence, personas))
    batches, epoch_weights = seconds(lambda: selection(evidence, epoch, personas))
    full, full_weights = seconds(lambda: selection(evidence, [slice(None)] * FULL_STEPS, personas))
    for name, value in {
        "load": load,
        "em": passes,
        "prior": fit,
        "epoch": batches,
        "full": full,
        "prior.passes": prior_passes,
        "em.weights": em_weights,
        "prior.weights": prior_weights,
        "epoch.weights": epoch_weights,
        "full.weights": full_weights,
    }.items():
        report(name, value)


def run_plain(logs, rows, personas):
    """Every pass costs the same here, so a few are timed; an epoch is timed whole."""
    load, evidence = seconds(lambda: Plain(logs()))
    epoch = [slice(start, start + BATCH) for start in range(0, rows, BATCH)]
    passes, _ = seconds(lambda: em(evidence, PLAIN_PASSES, personas))
    batches, epoch_weights = seconds(lambda: selection(evidence, epoch, personas))
    report("load", load)
    report("pass", passes / PLAIN_PASSES)
    report("epoch", batches)
    report("epoch.weights", epoch_weights)


if __name__ == "__main__":
    kind, path, rows, personas = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    run = {"plain": run_plain, "tuned": run_tuned}[kind]
    run(lambda: numpy.fromfile(path).reshape(rows, personas), rows, personas)
    report("peak", peak_bytes())
