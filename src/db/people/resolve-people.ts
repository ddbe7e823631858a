/**
 * Whom the rows of a file are about. A person has several keys: numbers within a source, addresses and telephones
 * everywhere. A row that carries more than one teaches the base the others; a key that fits two people joins nobody.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { countOf } from "../imports/staging-merge.ts";
import type { People } from "./people.ts";
import { padNumbers } from "./pad-numbers.ts";
import { showBestKeys } from "./shown-keys.ts";

/** The table of `resolvePeople` for a staging table; it lasts as long as the transaction. */
export function peopleOf(table: string): SQL {
  return sql.raw(`${table}_people`);
}

/** How a row of staging, called `s`, finds its person, called `p`. */
export const isTheirs = sql`p.key = s.key and p.kind = s.key_kind`;

interface File {
  readonly tx: Db;
  readonly staging: SQL;
  readonly people: SQL;
  /** The further keys of its rows: (`key`, `kind`, `further`, `further_kind`). */
  readonly further: SQL;
  readonly origin: ImportOrigin;
  /** Cells that a new customer begins with, where the file is about customers. */
  readonly hasAttributes: boolean;
}

/**
 * Finds or makes the person of every row, and learns their further keys.
 *
 * @param table A staging table with `line`, `key`, `key_kind`, `email` and `phone`; with `attributes`, and then one row for
 *   each key, where `hasAttributes` says so.
 */
export async function resolvePeople(
  tx: Db,
  table: string,
  origin: ImportOrigin,
  { hasAttributes = false }: { readonly hasAttributes?: boolean },
): Promise<People> {
  const staging = sql.raw(table);
  const file: File = {
    tx,
    staging,
    people: peopleOf(table),
    further: sql.raw(`${table}_further`),
    origin,
    hasAttributes,
  };
  const padded = await padNumbers(tx, staging, origin.sourceId);
  const hasFurther = await listKeys(file);
  let newCustomers = 0;
  // Numbers first: what their rows teach says whose an address is that stands alone in another row.
  for (const kind of ["id", "email", "phone"] as const) {
    if (!(await hasKind(file, kind))) continue;
    await findKnown(file, kind);
    if (hasFurther) await findByFurther(file, kind);
    newCustomers += await addMissing(file, kind);
    await learn(file, kind, hasFurther);
  }
  const { ambiguous, shared } = await countDoubts(file, hasFurther);
  return { table: file.people, newCustomers, padded, ambiguous, shared };
}

/** @returns Whether a row carries more than one key. */
async function listKeys({ tx, staging, people, further }: File): Promise<boolean> {
  await tx.execute(sql`
    create temporary table ${people} on commit drop as
    select key, key_kind as kind, min(line) as line, null::bigint as customer_id, false as is_new, 0 as fits
    from ${staging} where key is not null group by key, key_kind`);
  const found = await tx.execute(sql`
    create temporary table ${further} on commit drop as
    with rows as (
      select distinct key, key_kind as kind, email, phone from ${staging}
      where key is not null and (email is not null or phone is not null))
    select key, kind, 'email' as further_kind, email as further from rows where email <> '' and email <> key
    union select key, kind, 'phone', phone from rows where phone <> '' and phone <> key`);
  await tx.execute(sql`analyze ${people}`);
  if (found.count > 0) await tx.execute(sql`analyze ${further}`);
  return found.count > 0;
}

async function hasKind({ tx, people }: File, kind: string): Promise<boolean> {
  const [row] = await tx.execute<{ has: boolean }>(
    sql`select exists (select from ${people} where kind = ${kind}) as has`,
  );
  return row?.has === true;
}

/** The name space of a key: numbers are names within a source. */
function spaceOf(kind: string, { sourceId }: ImportOrigin): number {
  return kind === "id" ? sourceId : 0;
}

/** Of several who have a key it is the one who has no better: all that is known of them is this key. */
async function findKnown({ tx, people, origin }: File, kind: string): Promise<void> {
  await tx.execute(sql`
    with known as materialized (
      select k.key, min(k.customer_id) as customer_id, count(*)::int as fits
      from customer_keys k join ${people} p on p.key = k.key and p.kind = k.kind
      where k.kind = ${kind} and k.source_id = ${spaceOf(kind, origin)} group by k.key)
    update ${people} p set fits = known.fits, customer_id = case when known.fits = 1 then known.customer_id end
    from known where p.key = known.key and p.kind = ${kind}`);
  await tx.execute(sql`
    with several as materialized (
      select k.key, k.customer_id from ${people} p
      join customer_keys k on k.key = p.key and k.kind = p.kind and k.source_id = ${spaceOf(kind, origin)}
      where p.kind = ${kind} and p.fits > 1),
    alone as materialized (
      select several.key, min(c.customer_id) as customer_id from several
      join customers c on c.customer_id = several.customer_id and c.key = several.key group by several.key)
    update ${people} p set customer_id = alone.customer_id from alone where p.key = alone.key and p.kind = ${kind}`);
}

/**
 * A new number beside a known address is that person's, as long as the address leads to one person, only this number
 * claims them, and they have no other number of the same kind.
 */
async function findByFurther({ tx, people, further, origin }: File, kind: string): Promise<void> {
  const claims = sql`
    select f.key, k.customer_id from ${further} f
    join ${people} p on p.key = f.key and p.kind = f.kind and p.fits = 0
    join customer_keys k on k.key = f.further and k.kind = f.further_kind and k.source_id = 0
    where f.kind = ${kind}`;
  await tx.execute(sql`
    with claims as materialized (${claims}),
    each_key as (
      select key, min(customer_id) as customer_id from claims group by key having count(distinct customer_id) = 1),
    each_person as (
      select customer_id, min(key) as key from each_key group by customer_id having count(*) = 1),
    taken as materialized (
      select customer_id from customer_keys
      where kind = ${kind} and source_id = ${spaceOf(kind, origin)}
        and customer_id in (select customer_id from each_person))
    update ${people} p set customer_id = each_person.customer_id from each_person
    where p.key = each_person.key and p.kind = ${kind}
      and each_person.customer_id not in (select customer_id from taken)`);
}

/** Makes a customer of every key that is nobody's, in the order of the file. */
function addMissing({ tx, staging, people, origin, hasAttributes }: File, kind: string): Promise<number> {
  const cells = hasAttributes ? sql`s.attributes` : sql`'{}'::jsonb`;
  const rows = hasAttributes ? sql`join ${staging} s on ${isTheirs}` : sql``;
  return countOf(
    tx,
    sql`with made as (
          insert into customers (key, attributes, import_id)
          select p.key, ${cells}, ${origin.importId}::int from ${people} p ${rows}
          where p.kind = ${kind} and p.customer_id is null order by p.line
          returning customer_id, key),
        given as (
          update ${people} p set customer_id = made.customer_id, is_new = true
          from made where p.key = made.key and p.kind = ${kind} returning 1)
        select count(*) as count from given`,
  );
}

/** Keys say which imports named their person by them, so that undoing one takes no key from the others. */
async function learn(
  { tx, people, further, origin }: File,
  kind: string,
  hasFurther: boolean,
): Promise<void> {
  const { importId } = origin;
  const others = sql`
    union select f.further, f.further_kind, 0, p.customer_id from ${further} f
    join ${people} p on p.key = f.key and p.kind = f.kind where f.kind = ${kind}`;
  await tx.execute(sql`
    insert into customer_keys as known (key, kind, source_id, customer_id, import_id)
    select named.key, named.kind, named.source_id, named.customer_id, ${importId}::int from (
      select key, kind, ${spaceOf(kind, origin)}::int as source_id, customer_id from ${people}
      where kind = ${kind} ${hasFurther ? others : sql``}) as named
    order by named.key
    on conflict (key, kind, source_id, customer_id) do update
    set also_imports = array_append(known.also_imports, excluded.import_id)
    where known.import_id is distinct from excluded.import_id
      and not known.also_imports @> array[excluded.import_id]`);
  if (kind === "id" && hasFurther) {
    await showBestKeys(
      tx,
      sql`select customer_id from ${people} where kind = 'id' and not is_new and fits = 0`,
    );
  }
}

async function countDoubts(
  { tx, people, further }: File,
  hasFurther: boolean,
): Promise<Pick<People, "ambiguous" | "shared">> {
  const ambiguous = await countOf(tx, sql`select count(*) as count from ${people} where fits > 1`);
  if (!hasFurther) return { ambiguous, shared: 0 };
  const shared = await countOf(
    tx,
    sql`with named as materialized (select distinct further, further_kind from ${further}),
        several as (
          select k.key from customer_keys k join named on named.further = k.key and named.further_kind = k.kind
          where k.source_id = 0 group by k.key, k.kind having count(*) > 1)
        select count(*) as count from several`,
  );
  return { ambiguous, shared };
}
