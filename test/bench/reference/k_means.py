"""scikit-learn's k-means: <file> <columns> <k> <rows to divide before the clock starts> <starts>."""
import sys

import numpy
from measurement import measure
from sklearn.cluster import KMeans

path, columns, k, before, starts = sys.argv[1], *map(int, sys.argv[2:])
points = numpy.fromfile(path).reshape(-1, columns)
if before > 0:
    KMeans(k, n_init=1, random_state=7).fit(points[:before])
measure(lambda: KMeans(k, n_init=starts, random_state=7).fit(points).inertia_)
