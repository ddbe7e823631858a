"""What the notebooks do with a file of customers: read, clean, scale, k-means by silhouette for k 2-8, a map as PNG: <file>."""
import sys

import matplotlib

matplotlib.use("Agg")
import pandas
from matplotlib import pyplot
from measurement import measure
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import StandardScaler


def run():
    customers = pandas.read_csv(sys.argv[1], sep=";", parse_dates=["Dt_Customer"])
    customers["Income"] = customers["Income"].fillna(customers["Income"].median())
    dull = ["ID", "Response", "Z_CostContact", "Z_Revenue"]
    points = StandardScaler().fit_transform(customers.select_dtypes("number").drop(columns=dull))
    found = [KMeans(k, n_init=10, random_state=7).fit(points) for k in range(2, 9)]
    best = max(found, key=lambda model: silhouette_score(points, model.labels_))
    customers.groupby(best.labels_).mean(numeric_only=True)
    plane = PCA(2).fit_transform(points)
    figure, axes = pyplot.subplots(figsize=(8, 5), dpi=200)
    axes.scatter(plane[:, 0], plane[:, 1], c=best.labels_, s=12, alpha=0.6)
    axes.set_title("Customers by segment")
    figure.savefig("map-reference.png")
    return 0


measure(run)
