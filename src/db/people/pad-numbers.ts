import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";

/**
 * Spreadsheets take the zeros off `00042`. Where all numbers of a source have one width and some begin with a zero, and
 * half of the shorter numbers in a file are known once their zeros are back, all of them get theirs.
 *
 * @param staging A table with `key` and `key_kind`; it is changed.
 * @returns How many numbers of the file got zeros.
 */
export async function padNumbers(tx: Db, staging: SQL, sourceId: number): Promise<number> {
  const [short] = await tx.execute<{ is: boolean }>(sql`
    select exists (select from ${staging} where key_kind = 'id' and key ~ '^[1-9][0-9]*$') as is`);
  const width = short?.is === true ? await findWidth(tx, sourceId) : undefined;
  if (width === undefined) return 0;
  const isShort = sql`key_kind = 'id' and key ~ '^[0-9]+$' and length(key) < ${width}::int`;
  const [counted] = await tx.execute<{ numbers: number; known: number }>(sql`
    with short as materialized (
      select distinct lpad(key, ${width}::int, '0') as key from ${staging} where ${isShort}),
    known as (
      select k.key from customer_keys k join short on short.key = k.key
      where k.kind = 'id' and k.source_id = ${sourceId}::int)
    select (select count(*) from short)::int as numbers, (select count(*) from known)::int as known`);
  const { numbers, known } = counted ?? { numbers: 0, known: 0 };
  if (known === 0 || known * 2 < numbers) return 0;
  await tx.execute(sql`update ${staging} set key = lpad(key, ${width}::int, '0') where ${isShort}`);
  return numbers;
}

/** The one width of a source's numbers, where zeros are part of them. */
async function findWidth(tx: Db, sourceId: number): Promise<number | undefined> {
  const [row] = await tx.execute<{ width: number | null }>(sql`
    select case when min(length(key)) = max(length(key)) and bool_or(key like '0%') then max(length(key)) end as width
    from customer_keys where kind = 'id' and source_id = ${sourceId}::int and key ~ '^[0-9]+$'`);
  return row?.width ?? undefined;
}
