"""scikit-learn's k-means: <file> <columns> <k> <starts>."""
import sys

import numpy
from measurement import measure
from sklearn.cluster import KMeans

path, columns, k, starts = sys.argv[1], *map(int, sys.argv[2:])
points = numpy.fromfile(path).reshape(-1, columns)
measure(lambda: KMeans(k, n_init=starts, random_state=7).fit(points).inertia_)
