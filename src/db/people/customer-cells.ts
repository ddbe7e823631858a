import { sql, type SQL } from "drizzle-orm";
import { customers } from "../schema/index.ts";

/**
 * The cells of a customer's attributes that a statement reads. Each is taken out of its JSON and read once per customer,
 * however many expressions ask for it: that is most of what measuring costs.
 */
export interface Cells {
  /** A cell of another type than its column counts as missing: a file may say "n/a" next year. */
  number(attribute: string): SQL;
  text(attribute: string): SQL;
  /** Null where the text is no day of the calendar's form. */
  date(attribute: string): SQL;
  /** Joins to put behind `customers`, once all expressions are made. */
  sources(): readonly SQL[];
}

/** No cell yet: they are numbered as they are asked for, since a name may be longer than PostgreSQL's are. */
export function createCells(): Cells {
  const attributes = createColumns("attribute");
  const values = createColumns("cell");
  const json = (attribute: string) =>
    attributes.take(attribute, sql`${customers.attributes} -> ${attribute}`);
  return {
    number: (attribute) => values.take(`number ${attribute}`, numberIn(json(attribute))),
    text: (attribute) => values.take(`text ${attribute}`, textIn(json(attribute))),
    date: (attribute) => values.take(`date ${attribute}`, dateIn(textIn(json(attribute)))),
    sources: () => [...attributes.source(), ...values.source()],
  };
}

function numberIn(json: SQL): SQL {
  return sql`case jsonb_typeof(${json}) when 'number' then ${json}::float8 when 'boolean' then ${json}::boolean::int end`;
}

function textIn(json: SQL): SQL {
  return sql`(${json} #>> '{}')`;
}

/** Built from its parts, as a cast would fail on 30 February and take every feature with it. */
function dateIn(text: SQL): SQL {
  return sql`case when ${text} ~ '^[1-9]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])'
    then make_date(substr(${text}, 1, 4)::int, substr(${text}, 6, 2)::int, 1) + substr(${text}, 9, 2)::int - 1 end`;
}

/** Columns of a subquery that grow as they are asked for. */
function createColumns(table: string) {
  const columns = new Map<string, { readonly name: SQL; readonly value: SQL }>();
  return {
    take(key: string, value: SQL): SQL {
      const known = columns.get(key);
      if (known !== undefined) return known.name;
      const name = sql.raw(`${table}.c${columns.size}`);
      columns.set(key, { name, value });
      return name;
    },
    /** The offset keeps PostgreSQL from putting each value back where it is asked for. */
    source(): readonly SQL[] {
      if (columns.size === 0) return [];
      const values = Array.from(
        columns.values(),
        ({ value }, index) => sql`${value} as ${sql.raw(`c${index}`)}`,
      );
      return [sql`cross join lateral (select ${sql.join(values, sql`, `)} offset '0') as ${sql.raw(table)}`];
    },
  };
}
