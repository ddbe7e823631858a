"""What the notebooks do with a file of orders: read, clean, recency, frequency and monetary, log, scale, k-means by silhouette for k 2-8, a map as PNG: <file>."""
import sys

import matplotlib

matplotlib.use("Agg")
import numpy
import pandas
from matplotlib import pyplot
from measurement import measure
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import StandardScaler


def run():
    lines = pandas.read_csv(sys.argv[1], dtype={"InvoiceNo": str, "StockCode": str}, parse_dates=["InvoiceDate"])
    lines = lines.dropna(subset=["CustomerID"]).drop_duplicates()
    lines = lines[(lines.Quantity > 0) & (lines.UnitPrice > 0) & ~lines.InvoiceNo.str.startswith("C")]
    lines["amount"] = lines.Quantity * lines.UnitPrice
    days = (lines.InvoiceDate.max() + pandas.Timedelta(days=1) - lines.InvoiceDate).dt.days
    customers = lines.assign(days=days).groupby("CustomerID").agg({"days": "min", "InvoiceNo": "nunique", "amount": "sum"})
    points = StandardScaler().fit_transform(numpy.log1p(customers))
    found = [KMeans(k, n_init=10, random_state=7).fit(points) for k in range(2, 9)]
    best = max(found, key=lambda model: silhouette_score(points, model.labels_))
    customers.groupby(best.labels_).mean()
    plane = PCA(2).fit_transform(points)
    figure, axes = pyplot.subplots(figsize=(8, 5), dpi=200)
    axes.scatter(plane[:, 0], plane[:, 1], c=best.labels_, s=12, alpha=0.6)
    axes.set_title("Customers by segment")
    figure.savefig("map-reference.png")
    return 0


measure(run)
