# The same three methods in numpy, one thread, each with all that the rule returns: the matrix comes as a file of doubles, each
# line on standard input is one round, each line on standard output says how many milliseconds each method took. The last results
# are kept beside the matrix.
import json
import sys
import time

import numpy as np


def entropy(x):
    p = x / x.sum(axis=0)
    e = -np.where(p > 0, p * np.log(np.where(p > 0, p, 1)), 0).sum(axis=0) / np.log(len(x))
    d = 1 - e
    return d / d.sum()


def critic(x):
    low, high = x.min(axis=0), x.max(axis=0)
    z = (x - low) / (high - low)
    c = z.std(axis=0, ddof=1) * (1 - np.corrcoef(z, rowvar=False)).sum(axis=0)
    return c / c.sum()


def topsis(x, w):
    v = x / np.sqrt((x**2).sum(axis=0)) * w
    best, worst = v.max(axis=0), v.min(axis=0)
    d_best = np.sqrt(((v - best) ** 2).sum(axis=1))
    d_worst = np.sqrt(((v - worst) ** 2).sum(axis=1))
    scores = d_worst / (d_best + d_worst)
    # Equal scores share the lower number: as many are before one as are greater.
    rising = np.sort(scores)
    return scores, len(rising) + 1 - np.searchsorted(rising, scores, side="right")


path, columns = sys.argv[1], int(sys.argv[2])
matrix = np.fromfile(path, dtype=np.float64).reshape(-1, columns)
weights = np.full(columns, 1 / columns)
methods = {"entropy": lambda: (entropy(matrix),), "critic": lambda: (critic(matrix),), "topsis": lambda: topsis(matrix, weights)}
print(json.dumps({"numpy": np.__version__}), flush=True)
for line in sys.stdin:
    took = {}
    for name, method in methods.items():
        began = time.perf_counter()
        result = method()
        took[name] = (time.perf_counter() - began) * 1000
        np.concatenate(result).tofile(f"{path}.{name}")
    print(json.dumps(took), flush=True)
