"""The table out of Postgres, scaled and divided with scikit-learn, everyone's segment copied back: <server> <k> <starts>."""
import subprocess
import sys

import pandas
from measurement import measure
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

server, k, starts = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
columns = ", ".join(f"values[{number}]" for number in range(1, 11))
out = f"copy (select customer_id, {columns} from features) to stdout (format csv)"
table = "create table found (customer_id bigint primary key, segment int, distance float8)"


def divide():
    reading = subprocess.Popen(["psql", "-q", server, "-c", out], stdout=subprocess.PIPE)
    customers = pandas.read_csv(reading.stdout, header=None, index_col=0)
    points = StandardScaler().fit_transform(customers)
    model = KMeans(k, n_init=starts, random_state=7).fit(points)
    distance = model.transform(points).min(axis=1)
    found = pandas.DataFrame({"segment": model.labels_, "distance": distance}, index=customers.index)
    commands = ["-c", "drop table if exists found", "-c", table, "-c", "copy found from stdin (format csv)"]
    writing = subprocess.Popen(["psql", "-q", server, *commands], stdin=subprocess.PIPE, text=True)
    found.to_csv(writing.stdin, header=False)
    writing.stdin.close()
    if reading.wait() + writing.wait() != 0:
        raise RuntimeError("psql failed")
    return model.inertia_ / len(points)


measure(divide)
