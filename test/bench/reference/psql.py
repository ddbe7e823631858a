"""Tables out of Postgres and back, by psql's copy: what a notebook has to do before and after its own work."""
import subprocess

import pandas


def read(server, query, **options):
    """`options` are those of pandas' read_csv."""
    copy = f"copy ({query}) to stdout (format csv, header)"
    reading = subprocess.Popen(["psql", "-q", server, "-c", copy], stdout=subprocess.PIPE)
    table = pandas.read_csv(reading.stdout, **options)
    finish(reading)
    return table


def write(server, columns, table):
    """Replaces the table `found`, whose key is the frame's index."""
    create = f"create table found (customer_id bigint primary key, {columns})"
    commands = ["-c", "drop table if exists found", "-c", create, "-c", "copy found from stdin (format csv)"]
    writing = subprocess.Popen(["psql", "-q", server, *commands], stdin=subprocess.PIPE, text=True)
    table.to_csv(writing.stdin, header=False)
    writing.stdin.close()
    finish(writing)


def finish(process):
    if process.wait() != 0:
        raise RuntimeError("psql failed")
