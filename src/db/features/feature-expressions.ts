import type { Day } from "../../lib/day.ts";
import { sql, type SQL } from "drizzle-orm";
import type { Formula } from "../../analysis/features/formula.ts";
import { type Cells, createCells } from "../people/customer-cells.ts";
import { customers, events, responses } from "../schema/index.ts";
import { joined } from "./joined.ts";
import { channelShare, orderExpressions, orderSources, startOf } from "./order-totals.ts";

/** The SQL of several features, and of the tables that they read. */
export interface FeatureSql {
  /** One per formula: `float8`, null where missing. */
  readonly values: readonly SQL[];
  /** From `customers` on. */
  readonly sources: SQL;
}

/**
 * How the database measures features, for all customers in one statement.
 *
 * @param asOf The day of the features: what happened on it or later is not seen, so that a past day can be measured.
 */
export function featureSql(formulas: readonly Formula[], asOf: Day): FeatureSql {
  const cells = createCells();
  const values = formulas.map((formula) => featureExpression(formula, asOf, cells));
  return { values, sources: sql.join([featureSources(formulas, asOf), ...cells.sources()], sql` `) };
}

function featureExpression(formula: Formula, asOf: Day, cells: Cells): SQL {
  if (formula.from === "orders") return orderExpressions(asOf)[formula.measure];
  if (formula.from === "channel") return channelShare(formula.channel);
  if (formula.from === "events") return eventExpression(formula, asOf);
  if (formula.from === "responses") {
    return formula.without === undefined ? sql`answered.campaigns::float8` : sql`answered.earlier::float8`;
  }
  return attributeExpression(formula, asOf, cells);
}

type AttributeFormula = Exclude<Formula, { from: "orders" | "channel" | "events" | "responses" }>;

function attributeExpression(formula: AttributeFormula, asOf: Day, cells: Cells): SQL {
  if (formula.from === "attribute") return cells.number(formula.attribute);
  if (formula.from === "age") return ageExpression(formula, asOf, cells);
  if (formula.from === "days") return sql`(${asOf}::date - ${cells.date(formula.attribute)})::float8`;
  if (formula.from === "level")
    return sql`(${cells.text(formula.attribute)} = ${formula.level})::int::float8`;
  if (formula.from === "otherLevel")
    return sql`(${cells.text(formula.attribute)} not in ${formula.levels})::int::float8`;
  if (formula.from === "sum") return sumOf(formula.attributes, cells);
  if (formula.from === "ratio")
    return sql`${sumOf(formula.over, cells)} / nullif(${sumOf(formula.under, cells)}, 0)`;
  return sql`${sumOf(formula.children, cells)} + ${adults(formula.couple, cells)}`;
}

function eventExpression(formula: Extract<Formula, { from: "events" }>, asOf: Day): SQL {
  if (formula.measure === "count") return sql`coalesce((happened.counts ->> ${formula.kind})::float8, 0)`;
  if (formula.measure === "sum") return sql`coalesce((happened.totals ->> ${formula.kind})::float8, 0)`;
  return sql`(${asOf}::date - (happened.last_days ->> ${formula.kind})::date)::float8`;
}

function ageExpression(
  { attribute, written }: Extract<Formula, { from: "age" }>,
  asOf: Day,
  cells: Cells,
): SQL {
  return written === "year"
    ? sql`extract(year from ${asOf}::date) - ${cells.number(attribute)}`
    : sql`extract(year from age(${asOf}::date, ${cells.date(attribute)}))`;
}

function adults(couple: Extract<Formula, { from: "household" }>["couple"], cells: Cells): SQL {
  if (couple === undefined || couple.levels.length === 0) return sql`1`;
  return sql`case when ${cells.text(couple.attribute)} in ${couple.levels} then 2 else 1 end`;
}

/** Missing numbers count 0, unless all are missing. */
function sumOf(attributes: readonly string[], cells: Cells): SQL {
  const numbers = attributes.map((attribute) => cells.number(attribute));
  const all = sql.join(numbers, sql`, `);
  const total = sql.join(
    numbers.map((number) => sql`coalesce(${number}, 0)`),
    sql` + `,
  );
  return sql`(case when num_nonnulls(${all}) > 0 then ${total} end)`;
}

/** Customers, joined with what their orders, events and answers before a day add up to; only what the formulas ask for. */
function featureSources(formulas: readonly Formula[], asOf: Day): SQL {
  const from = new Set(formulas.map((formula) => formula.from));
  const ofOrders = from.has("orders") || from.has("channel");
  return sql.join(
    [
      sql`from ${customers}`,
      ...(ofOrders ? orderSources(formulas, asOf) : []),
      ...(from.has("events") ? [joined(eventTotals(asOf), "happened")] : []),
      ...(from.has("responses") ? [joined(answers(formulas, asOf), "answered")] : []),
    ],
    sql` `,
  );
}

function eventTotals(asOf: Day): SQL {
  return sql`
  select customer_id, jsonb_object_agg(kind, times) as counts, jsonb_object_agg(kind, total) as totals,
         jsonb_object_agg(kind, last_day) as last_days
  from (select ${events.customerId} as customer_id, ${events.kind} as kind, count(*) as times,
               sum(${events.value}) as total, (max(${events.at}) at time zone 'UTC')::date as last_day
        from ${events} where ${events.at} < ${startOf(asOf)} group by 1, 2) as by_kind
  group by customer_id`;
}

function answers(formulas: readonly Formula[], asOf: Day): SQL {
  const [without = null] = formulas.flatMap((formula) =>
    formula.from === "responses" && formula.without !== undefined ? [formula.without] : [],
  );
  return sql`
  select ${responses.customerId}, count(*) filter (where ${responses.responded}) as campaigns,
         count(*) filter (where ${responses.responded} and ${responses.campaign} is distinct from ${without}::text) as earlier
  from ${responses} where ${responses.at} is null or ${responses.at} < ${startOf(asOf)} group by ${responses.customerId}`;
}
