"""pandas reads the order file, types its columns and copies the lines of known customers out: <server> <file>."""
import subprocess
import sys

import pandas
from measurement import measure

server, path = sys.argv[1:]
table = "create temporary table lines (invoice text, product text, name text, quantity int, at timestamp, price float8, customer int, country text)"


def copy():
    lines = pandas.read_csv(path, dtype={"InvoiceNo": str, "StockCode": str}, parse_dates=["InvoiceDate"])
    lines = lines.dropna(subset=["CustomerID"]).astype({"CustomerID": int})
    script = [table, "copy lines from stdin (format csv)"]
    copying = subprocess.Popen(["psql", "-q", server, "-c", script[0], "-c", script[1]], stdin=subprocess.PIPE, text=True)
    lines.to_csv(copying.stdin, index=False, header=False)
    copying.stdin.close()
    if copying.wait() != 0:
        raise RuntimeError("psql failed")
    return len(lines)


measure(copy)
