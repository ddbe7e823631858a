import type { Day } from "../../lib/day.ts";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Matrix } from "../../analysis/numbers/matrix.ts";
import type { StoredModel } from "../../analysis/response/stored-model.ts";
import type { Db } from "../connection/connect.ts";
import { binaryRows, readBinaryRows } from "../connection/binary-rows.ts";
import { customers, features, responseModels, responses } from "../schema/index.ts";

/** A response model with its place among the others. */
export interface SavedModel {
  readonly id: number;
  readonly campaign: string;
  readonly model: StoredModel;
  readonly seed: number;
  readonly status: "candidate" | "active" | "retired";
  /** Null for one that was never adopted. */
  readonly version: number | null;
  readonly createdAt: Date;
}

/** A campaign whose answers are known. */
export interface Campaign {
  readonly name: string;
  /** The day it went out, `YYYY-MM-DD`; null when the file does not say. */
  readonly day: Day | null;
  readonly asked: number;
  readonly answered: number;
  /** The column of the customers' file that its answers stand in as well (`accepted_cmp3`); null for none. */
  readonly attribute: string | null;
}

/** Customers whose columns are looked at; a file says the same of all. */
const sampled = 1_000;

/**
 * Campaigns with answers, the latest first. Where there is no date, one that stands among the customers' columns is
 * history (`accepted_cmp3`) beside one that is an answer and nothing else (`response`), and numbers count upwards.
 */
export async function loadCampaigns(db: Db): Promise<readonly Campaign[]> {
  const found = await db.execute<Campaign & Record<string, unknown>>(sql`
    with columns as (
      select distinct jsonb_object_keys(attributes) as name
      from (select ${customers.attributes} as attributes from ${customers}
            order by ${customers.customerId} limit ${sampled}) as looked_at)
    select ${responses.campaign} as name, (min(${responses.at}) at time zone 'UTC')::date::text as day,
           count(*)::int as asked, (count(*) filter (where ${responses.responded}))::int as answered,
           (select min(columns.name) from columns
            where columns.name ~ '^(accepted|acepto|aceito|aceitou)_'
              and substr(columns.name, strpos(columns.name, '_') + 1) = ${responses.campaign}) as attribute
    from ${responses} group by 1`);
  return found.toSorted(laterFirst);
}

function laterFirst(a: Campaign, b: Campaign): number {
  if (a.day !== b.day) return (b.day ?? "") < (a.day ?? "") ? -1 : 1;
  if (isHistory(a) !== isHistory(b)) return isHistory(a) ? 1 : -1;
  return b.name.localeCompare(a.name, "en", { numeric: true });
}

/** Whether the file itself says that a campaign without a date was an earlier one. */
export function isHistory({ attribute, day }: Pick<Campaign, "attribute" | "day">): boolean {
  return day === null && attribute !== null;
}

/**
 * Rows to train on: the features of everyone who was asked in a campaign, then whether they answered.
 *
 * @param width How many features the set has.
 * @returns n × (width + 1); features NaN where missing, the last column 0 or 1.
 */
export async function loadTrainingRows(
  db: Db,
  { featureSetId, width, campaign, limit }: TrainingQuestion,
): Promise<Matrix> {
  const columns = Array.from({ length: width }, (_, i) => sql`${features.values}[${i + 1}::int]`);
  const [row] = await db.execute<{ packed: Buffer | null }>(
    binaryRows(
      [...columns, sql`${responses.responded}::int::float8`],
      sql`from ${responses} join ${features} on ${features.customerId} = ${responses.customerId}
        where ${features.featureSetId} = ${featureSetId} and ${responses.campaign} = ${campaign}
        order by hashint8extended(${responses.customerId}, 7), ${responses.customerId} limit ${limit}`,
    ),
  );
  return readBinaryRows(row?.packed ?? null, width + 1);
}

export interface TrainingQuestion {
  readonly featureSetId: number;
  readonly width: number;
  readonly campaign: string;
  readonly limit: number;
}

/** Keeps a trained model as a candidate. */
export async function saveModel(
  db: Db,
  { campaign, model, seed }: Pick<SavedModel, "campaign" | "model" | "seed">,
): Promise<number> {
  const [saved] = await db
    .insert(responseModels)
    .values({ campaign, definition: model, seed, status: "candidate" })
    .returning({ id: responseModels.id });
  if (saved === undefined) throw new Error("the response model was not written");
  return saved.id;
}

/** The model that scores; undefined before the first was trained. */
export async function loadActiveModel(db: Db): Promise<SavedModel | undefined> {
  const [found] = await db.select().from(responseModels).where(eq(responseModels.status, "active"));
  return found && toSaved(found);
}

export async function findModel(db: Db, id: number): Promise<SavedModel | undefined> {
  const [found] = await db.select().from(responseModels).where(eq(responseModels.id, id));
  return found && toSaved(found);
}

/** All models, the newest first. */
export async function loadModels(db: Db, limit: number): Promise<readonly SavedModel[]> {
  const found = await db.select().from(responseModels).orderBy(desc(responseModels.id)).limit(limit);
  return found.map(toSaved);
}

/** The model that was active before this one; undefined for the first. */
export async function findPreviousModel(db: Db, version: number): Promise<SavedModel | undefined> {
  const [found] = await db
    .select()
    .from(responseModels)
    .where(and(isNotNull(responseModels.version), sql`${responseModels.version} < ${version}`))
    .orderBy(desc(responseModels.version))
    .limit(1);
  return found && toSaved(found);
}

/**
 * Makes a model the active one and retires the one before; inside a transaction, with the lock of models.
 *
 * @returns Its version: a new one for a candidate, its own for one that comes back.
 */
export async function adoptModel(db: Db, id: number): Promise<number> {
  await db.update(responseModels).set({ status: "retired" }).where(eq(responseModels.status, "active"));
  const [adopted] = await db
    .update(responseModels)
    .set({
      status: "active",
      adoptedAt: sql`now()`,
      version: sql`coalesce(${responseModels.version}, (select coalesce(max(version), 0) + 1 from response_models))`,
    })
    .where(eq(responseModels.id, id))
    .returning({ version: responseModels.version });
  if (adopted === undefined || adopted.version === null) throw new Error(`there is no response model ${id}`);
  return adopted.version;
}

function toSaved(row: typeof responseModels.$inferSelect): SavedModel {
  const { id, campaign, definition, seed, status, version, createdAt } = row;
  return { id, campaign, model: definition, seed, status, version, createdAt };
}
