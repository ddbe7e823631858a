import { describe, expect, it } from "vitest";
import { trainAutoencoder } from "../../src/analysis/clustering/autoencoder.ts";
import { dbscan, judgeDensity, neighborDistances, radii } from "../../src/analysis/clustering/dbscan.ts";
import { kMeans } from "../../src/analysis/clustering/k-means.ts";
import { leafSegments, revenueOfTop } from "../../src/analysis/clustering/tree-leaf-embedding.ts";
import { matrixOf, takeColumns } from "../../src/analysis/numbers/matrix.ts";
import { nameSegments } from "../../src/analysis/segments/names.ts";
import { featureNamed, statisticsByLabel, statisticsOf } from "../analysis/segments/group-statistics.ts";
import { mallPoints, ordersPoints, readTable, standardized } from "./shared-data.ts";
import { hasRealData } from "./real-data.ts";

describe.skipIf(!hasRealData)("leaves on the order file (skipped without SEGMENTA_TEST_DATA)", () => {
  it("gives nine groups from recency and frequency, and the plain line beside them", () => {
    const amounts = readTable("reference/online_retail_rfm.csv").map((row) => Number(row["monetary"]));
    const points = takeColumns(ordersPoints(Math.log1p), [0, 1]);
    const found = leafSegments(points, amounts.map(Math.log1p), { k: 9, seed: 7, trees: 3 });
    expect(found.clustering.sizes).toHaveLength(9);
    expect(found.explained).toBeGreaterThan(0.5);
    expect(revenueOfTop(amounts, 0.1)).toBeCloseTo(0.6054, 3); // reference.json, revenue_share_of_top
  });
});

describe.skipIf(!hasRealData)(
  "the autoencoder on the campaign file (skipped without SEGMENTA_TEST_DATA)",
  () => {
    it.each([2, 10])("restores held-out customers better than %d principal components do", (codes) => {
      const columns = [
        "Year_Birth",
        "Income",
        "Kidhome",
        "Teenhome",
        "Recency",
        "MntWines",
        "MntFruits",
        "MntMeatProducts",
      ];
      columns.push(
        "MntFishProducts",
        "MntSweetProducts",
        "MntGoldProds",
        "NumDealsPurchases",
        "NumWebPurchases",
      );
      columns.push("NumCatalogPurchases", "NumStorePurchases", "NumWebVisitsMonth");
      const table = readTable("marketing_campaign.csv", ";").filter((row) => row["Income"] !== "");
      const points = standardized(
        columns.map((column) => table.map((row) => Math.min(Number(row[column]), 162_397))),
      );
      const { error, pcaError } = trainAutoencoder(points, { codes, seed: 7 });
      process.stdout.write(
        `held-out error with ${codes} codes: autoencoder ${error.toFixed(3)}, PCA ${pcaError.toFixed(3)}\n`,
      );
      expect(error).toBeLessThan(pcaError);
    });
  },
);

describe.skipIf(!hasRealData)("dbscan on the mall file (skipped without SEGMENTA_TEST_DATA)", () => {
  it("finds 7 groups and 9 % noise in income and score", () => {
    const mall = mallPoints(["income", "score"]);
    const [epsilon = 0] = radii(neighborDistances(mall, 4, 7));
    expect(epsilon).toBeCloseTo(0.3117, 4); // NumPy: quantile .8 of the distances to the third neighbor
    const found = dbscan(mall, { epsilon, minimum: 4 });
    expect(found.sizes).toEqual([16, 12, 7, 89, 32, 23, 3]); // scikit-learn 1.2.1, DBSCAN(eps=.3117, min_samples=4)
    expect(found.core).toHaveLength(159);
    expect(judgeDensity(found)).toMatchObject({ code: "usable", groups: 7 });
    expect(judgeDensity(found).noise).toBeCloseTo(0.09, 12);
  });
});

describe.skipIf(!hasRealData)("nameSegments on the mall file (skipped without SEGMENTA_TEST_DATA)", () => {
  it("finds the five personas that people know", () => {
    const table = readTable("Mall_Customers.csv");
    const raw = matrixOf(
      table.map((row) => ["Annual Income (k$)", "Spending Score (1-100)"].map((name) => Number(row[name]))),
    );
    const { labels } = kMeans(mallPoints(["income", "score"]), 5, { seed: 7 });
    const features = [
      featureNamed("annual_income_k", "money"),
      featureNamed("spending_score_1_100", "score"),
    ];
    const names = nameSegments(statisticsByLabel(raw, labels, 5), statisticsOf(raw), features).map(
      ({ en }) => en,
    );
    expect(names.toSorted()).toEqual([
      "Average customers",
      "Careful on a budget",
      "Enthusiasts on a budget",
      "Well-off but careful",
      "Well-off enthusiasts",
    ]);
  });
});
