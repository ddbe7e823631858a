# Reference of the ridge logistic regression on the campaign file's numeric columns (scikit-learn 1.2.1).
# Run from the repository's root: /usr/bin/python3 test/analysis/response/reference.py > test/analysis/response/reference.json
import json, os
import numpy as np, pandas as pd
from sklearn.linear_model import LogisticRegression

folder = os.environ.get("SEGMENTA_TEST_DATA", "../shared/data")
table = pd.read_csv(f"{folder}/marketing_campaign.csv", sep=";")
y = table.pop("Response")
numbers = table.drop(columns=["ID"]).select_dtypes("number")
numbers = numbers.fillna(numbers.median())
numbers = numbers.loc[:, numbers.nunique() > 1]
x = (numbers - numbers.mean()) / numbers.std(ddof=0)
fits = {}
for ridge in (1.0, 10.0):
    model = LogisticRegression(C=1 / ridge, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(x, y)
    fits[str(ridge)] = [float(model.intercept_[0])] + [float(b) for b in model.coef_[0]]
print(json.dumps({"columns": list(numbers.columns), "coefficients": fits}, indent=1))
