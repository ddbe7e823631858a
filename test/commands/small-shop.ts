import type { Feature } from "../../src/analysis/features/feature.ts";
import type { Preprocessing } from "../../src/analysis/features/preprocessing.ts";
import type { Actor } from "../../src/contract/actor.ts";
import { at } from "../../src/lib/at.ts";
import { type Answer, createAnswer } from "../../src/commands/answer.ts";
import type { Db } from "../../src/db/connection/connect.ts";
import {
  customerKeys,
  customers,
  features,
  featureSets,
  memberships,
  segmentations,
  segments,
} from "../../src/db/schema/index.ts";
import { createLog } from "../../src/lib/log.ts";

/**
 * A shop of forty customers, small enough to reckon by hand: ten buy a lot ("Loyal families": 1,000 each, 10 orders,
 * 20 days ago), thirty a little ("Bargain hunters": 200 each, 2 orders, 100 days ago), ± 10 % by turns so that nothing
 * is constant. Sales: 10 × 1,000 + 30 × 200 = 16,000, of which the first ten have 62.5 %.
 */
export async function fillSmallShop(db: Db): Promise<void> {
  const people = Array.from({ length: 40 }, (_, i) => person(i));
  const rows = await db
    .insert(customers)
    .values(people.map(({ key, attributes, consent }) => ({ key, attributes, consent })))
    .returning({ id: customers.customerId });
  const ids = rows.map(({ id }) => id);
  await db.insert(customerKeys).values(
    people.flatMap(({ key, attributes }, i) => [
      { key, kind: "id" as const, customerId: at(ids, i) },
      { key: attributes.email, kind: "email" as const, customerId: at(ids, i) },
    ]),
  );
  const [set] = await db
    .insert(featureSets)
    .values({ definition, asOf: "2011-11-01", customers: 40 })
    .returning({ id: featureSets.id });
  const featureSetId = set?.id ?? 0;
  await db
    .insert(features)
    .values(people.map(({ values }, i) => ({ customerId: at(ids, i), featureSetId, values: [...values] })));
  await segment(db, featureSetId, people, ids);
}

async function segment(db: Db, featureSetId: number, people: readonly Person[], ids: readonly number[]) {
  const [made] = await db
    .insert(segmentations)
    .values({
      method: "kmeans",
      parameters: { k: 2 },
      featureSetId,
      placement: {
        features: definition.map(({ name }) => name),
        preprocessings: definition.map(() => preprocessing),
        by: "centroids",
        centroids: [
          [1000, 10, 20],
          [200, 2, 100],
        ],
      },
      metrics: {
        base: statistics(people),
        inertia: 1,
        silhouette: 0.9,
        candidates: [],
        elbow: 2,
        reason: { code: "silhouette-and-elbow", silhouette: 0.9 },
        naturalGroups: true,
        setAside: 0,
        value: "monetary",
        orderedBy: "monetary",
        features: { customers: 40, features: [] },
      },
      seed: 7,
      status: "active",
      version: 1,
    })
    .returning({ id: segmentations.id });
  const segmentationId = made?.id ?? 0;
  for (const [i, names] of segmentNames.entries()) {
    const own = people.filter(({ isLoyal }) => isLoyal === (i === 0));
    const share = { share: own.length / 40, valueShare: i === 0 ? 0.625 : 0.375 };
    const values = {
      segmentationId,
      key: `s${i + 1}`,
      number: i + 1,
      names,
      statistics: { ...statistics(own), ...share },
    };
    const [saved] = await db.insert(segments).values(values).returning({ id: segments.id });
    await db.insert(memberships).values(
      own.map((one) => ({
        customerId: at(ids, people.indexOf(one)),
        segmentationId,
        segmentId: saved?.id ?? 0,
        distance: 0.5,
        validFrom: "2011-11-01" as const,
      })),
    );
  }
}

const segmentNames = [
  { en: "Loyal families", es: "Familias fieles", pt: "Famílias fiéis" },
  { en: "Bargain hunters", es: "Cazadores de ofertas", pt: "Caçadores de ofertas" },
];

const preprocessing: Preprocessing = {
  fill: 0,
  transform: "none",
  shift: 0,
  lower: 0,
  upper: 2000,
  centre: 0,
  scale: 1,
};

const definition: readonly Feature[] = [
  feature("monetary", "money", { en: "Total spent", es: "Gasto total", pt: "Gasto total" }),
  feature("frequency", "count", { en: "Orders", es: "Pedidos", pt: "Pedidos" }),
  feature("recency_days", "days", {
    en: "Days since last order",
    es: "Días desde el último pedido",
    pt: "Dias desde o último pedido",
  }),
];

function feature(name: string, unit: Feature["unit"], labels: Feature["labels"]): Feature {
  return { name, labels, unit, family: "behaviour", transform: "none" };
}

interface Person {
  readonly key: string;
  readonly isLoyal: boolean;
  readonly attributes: { readonly name: string; readonly email: string; readonly city: string };
  readonly consent: "yes" | "no" | "unknown";
  readonly values: readonly [number, number, number];
}

/** Customers 1 to 10 are loyal; customer 11, the first bargain hunter, said no to being contacted. */
function person(i: number): Person {
  const isLoyal = i < 10;
  const sway = i % 2 === 0 ? 1.1 : 0.9;
  const [spent, orders, days] = isLoyal ? [1000, 10, 20] : [200, 2, 100];
  return {
    key: String(i + 1),
    isLoyal,
    attributes: {
      name: i === 0 ? '=cmd|" /C calc"!A0' : `Ana ${i}`,
      email: `ana${i + 1}@shop.es`,
      city: isLoyal ? "Madrid" : i % 3 === 0 ? "Porto" : "Lisboa",
    },
    consent: i === 10 ? "no" : "yes",
    values: [spent * sway, orders * sway, days * sway],
  };
}

/** Means and deviations (n - 1) as the base keeps them. */
function statistics(people: readonly Person[]) {
  const columns = definition.map((_, i) => people.map(({ values }) => at(values, i)));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const deviations = columns.map((column, i) => {
    const squares = column.reduce((sum, value) => sum + (value - at(means, i)) ** 2, 0);
    return Math.sqrt(squares / (column.length - 1));
  });
  return { size: people.length, means, deviations, counts: columns.map((column) => column.length) };
}

/** Answers on a base, at noon of 1 November 2011. */
export function answerOn(db: Db, log: (line: string) => void = () => undefined): Answer {
  return createAnswer({
    db,
    log: createLog(log),
    currency: "EUR",
    clock: () => new Date("2011-11-01T12:00:00Z"),
  });
}

/** An analyst who reads English, unless told otherwise. */
export function someone(other: Partial<Actor> = {}): Actor {
  return { user: "U1", role: "analyst", locale: "en", timeZone: "UTC", ...other };
}
