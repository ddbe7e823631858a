"""The table out of Postgres, scaled and divided with scikit-learn, everyone's segment copied back: <server> <k> <starts>."""
import sys

import pandas
import psql
from measurement import measure
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

server, k, starts = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
columns = ", ".join(f"values[{number}] as v{number}" for number in range(1, 11))


def divide():
    customers = psql.read(server, f"select customer_id, {columns} from features", index_col=0)
    points = StandardScaler().fit_transform(customers)
    model = KMeans(k, n_init=starts, random_state=7).fit(points)
    distance = model.transform(points).min(axis=1)
    found = pandas.DataFrame({"segment": model.labels_, "distance": distance}, index=customers.index)
    psql.write(server, "segment int, distance float8", found)
    return model.inertia_ / len(points)


measure(divide)
