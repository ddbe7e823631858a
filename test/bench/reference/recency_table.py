"""Recency, frequency and monetary with pandas, the lines out of Postgres and the figures copied back: <server>."""
import sys

import pandas
import psql
from measurement import measure

server = sys.argv[1]
lines = """select customer_id as customer, at, order_key as invoice, amount_cents as cents from orders
    where kind = 'purchase' and at < '2026-01-01Z'"""


def summarize():
    by = psql.read(server, lines, parse_dates=["at"]).groupby("customer")
    found = by.agg(last=("at", "max"), frequency=("invoice", "nunique"), monetary=("cents", "sum"))
    found["last"] = (pandas.Timestamp("2026-01-01", tz="UTC") - found["last"].dt.normalize()).dt.days
    found["monetary"] = found["monetary"] / 100
    psql.write(server, "recency int, frequency int, monetary float8", found)
    return found["monetary"].sum()


measure(summarize)
