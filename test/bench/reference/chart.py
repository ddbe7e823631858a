"""Draws the map of 2,000 customers as PNG of the same size: <drawings before the one that counts>."""
import io
import sys

import matplotlib

matplotlib.use("Agg")
import numpy
from matplotlib import pyplot
from measurement import measure

random = numpy.random.default_rng(7)
segment = numpy.arange(2000) % 5
x, y = segment * 2 + random.normal(size=2000), numpy.arange(2000) % 3 + random.normal(size=2000)


def draw():
    figure, axes = pyplot.subplots(figsize=(8, 5), dpi=200)
    for label in range(5):
        axes.scatter(x[segment == label], y[segment == label], s=12, alpha=0.6, label=str(label + 1))
    axes.set_title("Five groups, told apart by how much they spend")
    axes.set_xlabel("spends more")
    axes.set_ylabel("discounts")
    axes.legend()
    figure.savefig(io.BytesIO(), format="png")
    pyplot.close(figure)
    return 0


for _ in range(int(sys.argv[1])):
    draw()
measure(draw)
