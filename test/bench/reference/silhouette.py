"""scikit-learn's mean silhouette over all pairs: <file> <columns> <k>."""
import sys

import numpy
from measurement import measure
from sklearn.metrics import silhouette_score

path, columns, k = sys.argv[1], *map(int, sys.argv[2:])
points = numpy.fromfile(path).reshape(-1, columns)
labels = numpy.arange(len(points)) % k
measure(lambda: silhouette_score(points, labels))
