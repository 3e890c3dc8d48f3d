"""Evidence like an audit's: every row speaks with the voice of one persona of an overlapping cast.

A row is as likely under most personas as its length and difficulty allow, give or take; its true persona gains some
nats, and one row in a hundred is so odd that the personas disagree about it by tens of nats.
"""

import numpy

CHUNK = 10_000


def write(path, rows, personas, seed):
    random = numpy.random.default_rng(seed)
    shares = random.dirichlet(numpy.full(personas, 0.5))
    with open(path, "wb") as file:
        for start in range(0, rows, CHUNK):
            size = min(CHUNK, rows - start)
            level = -50 + 10 * random.standard_normal((size, 1))
            spread = numpy.where(random.random((size, 1)) < 0.01, 20.0, 1.5)
            logs = level + spread * random.standard_normal((size, personas))
            logs[numpy.arange(size), random.choice(personas, size, p=shares)] += 3
            logs.tofile(file)
