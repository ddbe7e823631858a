import type { Day } from "../../lib/day.ts";
import { sql } from "drizzle-orm";
import type {
  AttributeFacts,
  BaseFacts,
  EventFacts,
  OrderFacts,
} from "../../analysis/features/base-facts.ts";
import type { Db } from "../connection/connect.ts";
import { loadCampaigns } from "../campaigns/response-models.ts";
import { customers, events, orders } from "../schema/index.ts";

/** Customers whose cells are looked at to tell what a column holds. */
const sampled = 20_000;

/** What the base holds, counted: enough to plan features. */
export async function loadBaseFacts(db: Db): Promise<BaseFacts> {
  return {
    lastDay: await loadLastDay(db),
    orders: await loadOrderFacts(db),
    events: await loadEventFacts(db),
    ...(await loadResponseFacts(db)),
    attributes: await loadAttributeFacts(db),
  };
}

async function loadLastDay(db: Db): Promise<Day | null> {
  const [last] = await db.execute<{ day: Day | null }>(sql`
    select to_char(greatest((select max(${orders.at}) from ${orders}), (select max(${events.at}) from ${events}))
      at time zone 'UTC', 'YYYY-MM-DD') as day`);
  return last?.day ?? null;
}

async function loadOrderFacts(db: Db): Promise<OrderFacts | undefined> {
  const [counted] = await db.execute<{ bought: boolean; products: boolean; returns: boolean }>(sql`
    select exists (select from ${orders} where ${orders.kind} = 'purchase') as bought,
           exists (select from ${orders} where ${orders.product} is not null) as products,
           exists (select from ${orders} where ${orders.kind} = 'return') as returns`);
  if (!counted?.bought) return undefined;
  const channels = await db.execute<{ channel: string }>(sql`
    select ${orders.channel} as channel from ${orders}
    where ${orders.kind} = 'purchase' and ${orders.channel} is not null
    group by 1 order by count(*) desc, 1 limit 20`);
  const { products, returns } = counted;
  return { products, returns, channels: channels.map(({ channel }) => channel) };
}

async function loadEventFacts(db: Db): Promise<readonly EventFacts[]> {
  return await db.execute<EventFacts & Record<string, unknown>>(sql`
    select ${events.kind} as kind, min(${events.value}) <> max(${events.value}) as valued
    from ${events} group by 1 order by count(*) desc, 1 limit 20`);
}

async function loadResponseFacts(db: Db): Promise<Pick<BaseFacts, "responses" | "latestCampaign">> {
  const [latest, another] = await loadCampaigns(db);
  if (latest === undefined) return { responses: false };
  return { responses: true, ...(another && { latestCampaign: latest.name }) };
}

/** A column as it was counted, before it is told what it holds. */
interface ColumnCount extends Record<string, unknown> {
  readonly name: string;
  readonly cells: number;
  readonly customers: number;
  readonly numbers: number;
  readonly booleans: number;
  readonly dates: number;
  readonly distinct: number;
  readonly whole: boolean | null;
  readonly smallest: number | null;
  readonly largest: number | null;
  readonly latest: Day | null;
}

/** Every column of the customers' file, by name, ascending; equal cells are looked at once. */
async function loadAttributeFacts(db: Db): Promise<readonly AttributeFacts[]> {
  const columns = await db.execute<ColumnCount>(sql`
    with looked_at as (select ${customers.attributes} as attributes from ${customers}
                  order by hashint8extended(${customers.customerId}, 7) limit ${sampled}),
         equal as (select key, value, count(*) as times
                   from looked_at, jsonb_each(attributes) where jsonb_typeof(value) <> 'null' group by key, value),
         cells as (select key, times, jsonb_typeof(value) as type, value #>> '{}' as text,
                          case jsonb_typeof(value) when 'number' then value::float8 end as number
                   from equal)
    select key as name, sum(times)::int as cells, (select count(*) from looked_at)::int as customers,
           coalesce(sum(times) filter (where type = 'number'), 0)::int as numbers,
           coalesce(sum(times) filter (where type = 'boolean'), 0)::int as booleans,
           coalesce(sum(times) filter (where type = 'string' and text ~ '^\\d{4}-\\d\\d-\\d\\d'), 0)::int as dates,
           count(*)::int as distinct,
           bool_and(number = floor(number)) as whole, min(number) as smallest, max(number) as largest,
           max(left(text, 10) collate "C") filter (where type = 'string' and text ~ '^\\d{4}-\\d\\d-\\d\\d') as latest
    from cells group by key order by key collate "C"`);
  const levels = await loadLevelShares(
    db,
    columns.filter((column) => kindOf(column) === "text" && column.distinct <= 50).map(({ name }) => name),
  );
  return columns.map((column) => ({
    name: column.name,
    kind: kindOf(column),
    filled: column.cells / column.customers,
    distinct: column.distinct,
    whole: column.whole,
    smallest: column.smallest,
    largest: column.largest,
    latest: kindOf(column) === "date" ? column.latest : null,
    levels: levels.filter(({ name }) => name === column.name),
  }));
}

/** What nearly all cells of a column are; a few others (a stray "n/a") do not change it. */
function kindOf({ cells, numbers, booleans, dates, ...range }: ColumnCount): AttributeFacts["kind"] {
  const isFlag = range.whole === true && range.smallest === 0 && range.largest === 1;
  if (booleans >= 0.95 * cells || (isFlag && numbers + booleans >= 0.95 * cells)) return "flag";
  if (numbers >= 0.95 * cells) return "number";
  return dates >= 0.95 * cells ? "date" : "text";
}

interface LevelShare extends Record<string, unknown> {
  readonly name: string;
  readonly level: string;
  readonly share: number;
}

async function loadLevelShares(db: Db, names: readonly string[]): Promise<readonly LevelShare[]> {
  if (names.length === 0) return [];
  return await db.execute<LevelShare>(sql`
    select key as name, level, count(*)::float8 / sum(count(*)) over (partition by key) as share
    from (select key, attributes ->> key as level
          from (select ${customers.attributes} as attributes from ${customers}
                order by hashint8extended(${customers.customerId}, 7) limit ${sampled}) as looked_at,
               unnest(array[${sql.join(
                 names.map((name) => sql`${name}::text`),
                 sql`, `,
               )}]) as key) as cells
    where level is not null
    group by key, level order by key, count(*) desc, level collate "C"`);
}
