"""The week's findings with pandas and scipy, from the last five weeks out of Postgres: <server>."""
import subprocess
import sys

import numpy
import pandas
from measurement import measure
from scipy import stats

today = pandas.Timestamp("2011-11-01")
week = pandas.Timedelta(days=7)


def read(query, **options):
    copy = ["psql", "-q", sys.argv[1], "-c", f"copy ({query}) to stdout (format csv, header)"]
    reading = subprocess.Popen(copy, stdout=subprocess.PIPE)
    table = pandas.read_csv(reading.stdout, **options)
    if reading.wait() != 0:
        raise RuntimeError("psql failed")
    return table


def read_members():
    """Everybody's segment two weeks ago, a week ago and now."""
    table = read("select customer_id as customer, segment_id as segment, valid_from, valid_to from memberships")
    members = pandas.DataFrame({"customer": table["customer"].unique()})
    for name, weeks in (("earlier", 2), ("before", 1), ("now", 0)):
        day = str((today - weeks * week).date())
        holds = (table["valid_from"] <= day) & (table["valid_to"].isna() | (table["valid_to"] > day))
        on_day = table[holds].set_index("customer")["segment"].rename(name)
        members = members.join(on_day, on="customer")
    return members


def read_orders():
    since = (today - 5 * week).date()
    columns = "customer_id as customer, at at time zone 'UTC' as at, order_key as invoice, amount_cents as cents, channel"
    return read(f"select {columns} from orders where at >= '{since}' and at < '{today.date()}'", parse_dates=["at"])


def size_checks(members):
    """Stuart-Maxwell of all segments, McNemar of each: (p-value, effect, floor, told)."""
    matrix = pandas.crosstab(members["before"], members["now"]).to_numpy().astype(float)
    stayed, before, now = numpy.diag(matrix), matrix.sum(axis=1), matrix.sum(axis=0)
    movers, net = before + now - 2 * stayed, now - before
    covariance = numpy.diag(movers) - (matrix + matrix.T) * (1 - numpy.eye(len(matrix)))
    free = net[:-1]
    yield stats.chi2.sf(free @ numpy.linalg.solve(covariance[:-1, :-1], free), len(free)), 0, 0.02, False
    for p, effect in zip(stats.chi2.sf(net**2 / movers, 1), net / before):
        yield p, effect, 0.02, True


def measure_checks(members, orders):
    """Welch's test of revenue and orders a customer, winsorised, in all and in each segment."""
    recent = orders[orders["at"] >= today - 2 * week]
    bought = recent.groupby(["customer", recent["at"] >= today - week]).agg(
        cents=("cents", "sum"), orders=("invoice", "nunique")
    )
    limits = bought.apply(lambda column: numpy.quantile(column, 0.99, method="inverted_cdf"))
    sides = []
    for is_now, cohort in ((False, "earlier"), (True, "before")):
        own = bought.xs(is_now, level=1).clip(upper=limits, axis=1)
        side = members[["customer", cohort]].join(own, on="customer").fillna({"cents": 0, "orders": 0})
        sides.append(side.rename(columns={cohort: "segment"}))
    revenue = sides[0]["cents"].sum()
    for segment in [None, *sorted(sides[0]["segment"].unique())]:
        before, now = [side if segment is None else side[side["segment"] == segment] for side in sides]
        for name, whole, floor in (("cents", revenue, 0.005), ("orders", before["orders"].sum(), 0.02)):
            p = stats.ttest_ind(now[name], before[name], equal_var=False).pvalue
            yield p, (now[name].mean() - before[name].mean()) * len(now) / whole, floor, True


def silent_days(orders):
    """How many days of the last week had no order of one of the sources that had eight on that weekday."""
    days = orders["at"].dt.normalize()
    sources = [orders.groupby(["channel", days])["invoice"].nunique().unstack(fill_value=0)]
    sources.append(orders.groupby(days)["invoice"].nunique().to_frame().T)
    counts = pandas.concat(sources).reindex(columns=pandas.date_range(today - 5 * week, today, inclusive="left"))
    weeks = counts.fillna(0).to_numpy().reshape(len(counts), 5, 7)
    return ((weeks[:, :4].mean(axis=1) >= 8) & (weeks[:, 4] == 0)).sum()


def digest():
    members, orders = read_members(), read_orders()
    assert silent_days(orders) == 0
    found = [*size_checks(members), *measure_checks(members, orders)]
    checks = pandas.DataFrame(found, columns=["p", "effect", "floor", "told"])
    ranked = checks["p"].sort_values()
    passed = ranked[ranked <= 0.1 * numpy.arange(1, len(ranked) + 1) / len(ranked)]  # Benjamini-Hochberg
    limit = passed.max() if len(passed) else -1
    told = checks[(checks["p"] <= limit) & (checks["effect"].abs() >= checks["floor"]) & checks["told"]]
    return told["effect"].abs().sum()


measure(digest)
