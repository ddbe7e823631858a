"""scikit-learn's logistic regression at ridge 1 (C = 1), run to the optimum: <file> <columns with outcome>."""
import sys

import numpy
from measurement import measure
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

path, columns = sys.argv[1], int(sys.argv[2])
table = numpy.fromfile(path).reshape(-1, columns)
points, outcomes = numpy.ascontiguousarray(table[:, :-1]), table[:, -1]


def train():
    model = LogisticRegression(C=1, solver="lbfgs", tol=1e-6, max_iter=1000).fit(points, outcomes)
    return log_loss(outcomes, model.predict_proba(points))


measure(train)
