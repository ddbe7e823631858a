"""scikit-learn's k-means for every k from 2 to 10, ten starts each, with its exact silhouette: <file> <columns>."""
import sys

import numpy
from measurement import measure
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

path, columns = sys.argv[1], int(sys.argv[2])
points = numpy.fromfile(path).reshape(-1, columns)


def sweep():
    divisions = [KMeans(k, n_init=10, random_state=7).fit(points).labels_ for k in range(2, 11)]
    return max(silhouette_score(points, labels) for labels in divisions)


measure(sweep)
