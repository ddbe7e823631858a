import type { Localized } from "../../lib/locale.ts";
import type { Matrix } from "../numbers/matrix.ts";
import type { Assigner } from "../placement/placement.ts";
import type { KChoice } from "../clustering/choose-k.ts";
import type { DensityEvidence, Evidence } from "../clustering/evidence.ts";
import type { SegmentStability } from "../clustering/stability.ts";

/** What is to be divided, and how. */
export interface DivisionRequest {
  /** n × p preprocessed values of a sample. */
  readonly points: Matrix;
  /** How many customers the sample stands for: decides how small a segment may be. */
  readonly customers: number;
  readonly seed: number;
  readonly way: MethodRequest;
}

/** The methods. */
export type MethodRequest = KMeansWay | RuleWay | DensityWay | LeafWay;

export interface KMeansWay {
  readonly method: "kmeans";
  readonly k: number | "auto";
  /** How many other k are divided and proven beside it; by default 2, and 1 beside a k that was asked for. */
  readonly alternatives?: number;
  /** Fewer numbers in place of the features; by default so many that components hold 80 % of the variance. */
  readonly compress?: { readonly by: "pca" | "autoencoder"; readonly codes?: number };
}

/** Recency, frequency and monetary are the three columns of the points. */
export interface RuleWay {
  readonly method: "rfm";
  /** n × 3 raw values, none missing. */
  readonly values: Matrix;
}

export interface DensityWay {
  readonly method: "dbscan";
  /** In preprocessed units; by default from the distances to the neighbors. */
  readonly epsilon?: number;
  /** Neighbors, the customer among them, that make a core point; by default twice the columns, at least 4. */
  readonly neighbors?: number;
}

export interface LeafWay {
  readonly method: "leaves";
  readonly k: number | "auto";
  /** n amounts that the trees predict; not among the points. */
  readonly revenue: readonly number[];
}

/** How people ask for a division: a type and no interface, so that it can wait in the queue as JSON. */
export type AskedDivision = {
  readonly k: number | "auto";
  /** By default k-means. */
  readonly method?: MethodRequest["method"];
  /** Of k-means. */
  readonly compress?: { readonly by: "pca" | "autoencoder"; readonly codes?: number };
  /** Of DBSCAN: the radius in standard deviations, and the neighbors that make a core point. */
  readonly epsilon?: number;
  readonly neighbors?: number;
  /** Names of features; without it those that form segments by themselves. */
  readonly using?: readonly string[];
};

/** One way to divide, with its proof. */
export interface Division {
  readonly method: MethodRequest["method"];
  readonly assigner: Assigner;
  /** Mean silhouette in the features, whatever was divided: comparable between methods. */
  readonly silhouette: number;
  /** One per segment; missing where the method cannot be put to the test. */
  readonly stability?: readonly SegmentStability[];
  /** What was tried, and why this was chosen. */
  readonly choice: Choice;
  /** Names that the method itself gives, by segment; undefined where it gives none. */
  readonly names?: readonly (Localized | undefined)[];
  readonly evidence?: Evidence;
}

export type Choice = Pick<KChoice, "candidates" | "elbow" | "reason" | "naturalGroups" | "setAside">;

export interface Divisions {
  /** The one asked for or chosen comes first. */
  readonly divisions: readonly Division[];
  /** What was seen where the method found nothing usable: then there are no divisions. */
  readonly nothing?: DensityEvidence;
}

/** How far the work is, from within it; throw to stop. */
export type OnStep = (step: "choose" | "prove", done: number, total: number) => void;

/** Methods without a number of segments to choose make no claim about groups. */
export const withoutChoice: Choice = {
  candidates: [],
  elbow: null,
  reason: { code: "by-method" },
  naturalGroups: true,
  setAside: 0,
};

/** k-means into as many segments as the data suggest: the first division, and what other methods are compared with. */
export const automatic: KMeansWay = { method: "kmeans", k: "auto", alternatives: 0 };
