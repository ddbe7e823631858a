"""Recency, frequency and monetary with pandas, the lines out of Postgres and the figures copied back: <server>."""
import subprocess
import sys

import pandas
from measurement import measure

server = sys.argv[1]
out = """copy (select customer_id as customer, at, order_key as invoice, amount_cents as cents from orders
    where kind = 'purchase' and at < '2026-01-01Z') to stdout (format csv, header)"""
table = "create table found (customer_id bigint primary key, recency int, frequency int, monetary float8)"


def summarize():
    reading = subprocess.Popen(["psql", "-q", server, "-c", out], stdout=subprocess.PIPE)
    orders = pandas.read_csv(reading.stdout, parse_dates=["at"])
    by = orders.groupby("customer")
    found = by.agg(last=("at", "max"), frequency=("invoice", "nunique"), monetary=("cents", "sum"))
    found["last"] = (pandas.Timestamp("2026-01-01", tz="UTC") - found["last"].dt.normalize()).dt.days
    found["monetary"] = found["monetary"] / 100
    commands = ["-c", "drop table if exists found", "-c", table, "-c", "copy found from stdin (format csv)"]
    writing = subprocess.Popen(["psql", "-q", server, *commands], stdin=subprocess.PIPE, text=True)
    found.to_csv(writing.stdin, header=False)
    writing.stdin.close()
    if reading.wait() + writing.wait() != 0:
        raise RuntimeError("psql failed")
    return found["monetary"].sum()


measure(summarize)
