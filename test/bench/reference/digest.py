"""The week's findings with pandas and scipy, from tables that lie in memory already: <members> <orders>."""
import sys

import numpy
import pandas
from measurement import measure
from scipy import stats

members = pandas.read_csv(sys.argv[1])
orders = pandas.read_csv(sys.argv[2], parse_dates=["at"])
today = pandas.Timestamp("2011-11-01")
week = pandas.Timedelta(days=7)


def size_checks():
    """Stuart-Maxwell of all segments, McNemar of each: (p-value, effect, floor, told)."""
    matrix = pandas.crosstab(members["before"], members["now"]).to_numpy().astype(float)
    stayed, before, now = numpy.diag(matrix), matrix.sum(axis=1), matrix.sum(axis=0)
    entered, left, net = now - stayed, before - stayed, now - before
    covariance = numpy.diag(before + now - 2 * stayed) - (matrix + matrix.T) * (1 - numpy.eye(len(matrix)))
    free = net[:-1]
    statistic = free @ numpy.linalg.solve(covariance[:-1, :-1], free)
    yield stats.chi2.sf(statistic, len(free)), 0, 0.02, False
    for p, effect in zip(stats.chi2.sf(net**2 / (entered + left), 1), net / before):
        yield p, effect, 0.02, True


def measure_checks():
    """Welch's test of revenue and orders a customer, winsorised, in all and in each segment."""
    recent = orders[(orders["at"] >= today - 2 * week) & (orders["at"] < today)]
    bought = recent.groupby(["customer", recent["at"] >= today - week]).agg(
        cents=("cents", "sum"), orders=("invoice", "nunique")
    )
    limits = bought.apply(lambda column: numpy.quantile(column, 0.99, method="inverted_cdf"))
    sides = []
    for is_now, cohort in ((False, "earlier"), (True, "before")):
        own = bought.xs(is_now, level=1).clip(upper=limits, axis=1)
        joined = members[["customer", cohort]].join(own, on="customer").fillna({"cents": 0, "orders": 0})
        sides.append(joined.rename(columns={cohort: "segment"}).dropna(subset=["segment"]))
    revenue = sides[0]["cents"].sum()
    for segment in [None, *sorted(sides[0]["segment"].unique())]:
        before, now = [side if segment is None else side[side["segment"] == segment] for side in sides]
        for name, whole, floor in (("cents", revenue, 0.005), ("orders", before["orders"].sum(), 0.02)):
            p = stats.ttest_ind(now[name], before[name], equal_var=False).pvalue
            yield p, (now[name].mean() - before[name].mean()) * len(now) / whole, floor, True


def silences():
    """Days of the last week without an order of a source that has eight on that weekday; there is none."""
    recent = orders[(orders["at"] >= today - 5 * week) & (orders["at"] < today)]
    days = recent["at"].dt.normalize()
    counts = pandas.concat(
        [recent.groupby([recent["channel"], days])["invoice"].nunique(), recent.groupby(days)["invoice"].nunique()]
    )
    return (counts == 0).sum()


def digest():
    assert silences() == 0
    checks = pandas.DataFrame([*size_checks(), *measure_checks()], columns=["p", "effect", "floor", "told"])
    ranked = checks["p"].sort_values()
    passed = ranked[ranked <= 0.1 * numpy.arange(1, len(ranked) + 1) / len(ranked)]
    limit = passed.max() if len(passed) else -1
    found = checks[(checks["p"] <= limit) & (checks["effect"].abs() >= checks["floor"]) & checks["told"]]
    return found["effect"].abs().sum()


measure(digest)
