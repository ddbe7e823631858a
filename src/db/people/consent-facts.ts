/** What people said of being contacted: facts that are kept, and the one state that follows from them. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import type { ImportOrigin } from "../imports/imports.ts";

/**
 * Keeps what the rows of a file said. A no is said of every key in its row, so that it holds for others who have the
 * address and for those who come later; a yes of the person alone.
 *
 * @param table A staging table with `key`, `key_kind`, `consent` and `consent_on`.
 * @param marks Whether it has `suppressed` too: who is on a list of those to silence.
 */
export async function saveSaid(
  tx: Db,
  table: string,
  { importId, sourceId }: ImportOrigin,
  { marks = false }: { readonly marks?: boolean },
): Promise<void> {
  const staging = sql.raw(table);
  const listed = marks
    ? sql`union select key, key_kind, email, 'no', consent_on, 'list' from ${staging} where suppressed`
    : sql``;
  await tx.execute(sql`
    with said as materialized (
      select key, key_kind, email, consent as said, consent_on, 'row' as via from ${staging}
      where key is not null and consent in ('yes', 'no', 'bounced')
      ${listed})
    insert into consents (key, key_kind, said, day, via, import_id, source_id, noted_at)
    select said.*, ${importId}::int, ${sourceId}::int, (select imported_at from imports where id = ${importId})
    from (select key, key_kind, said, consent_on::date, via from said
          union select email, 'email', said, consent_on::date, via from said
          where said <> 'yes' and email is not null) as said`);
}

/**
 * What follows from the facts for some people, written to `customers`: a no stands until a yes that is dated later (an
 * undated no was said when it was noted, at the latest), or until somebody here lifted it by name; an undated yes lifts none.
 *
 * @param people A query of `customer_id`.
 * @returns Those who are newly silenced.
 */
export async function settleConsent(tx: Db, people: SQL): Promise<readonly number[]> {
  const rows = await tx.execute<{ customer: number }>(sql`
    with those as materialized (select distinct customer_id from (${people}) as people),
    facts as materialized (
      select those.customer_id, f.said, f.via, f.noted_at, f.day, coalesce(f.day, f.noted_at::date) as known_on
      from those join customer_keys k on k.customer_id = those.customer_id
      join consents f on f.key = k.key and f.key_kind = k.kind and (k.kind <> 'id' or f.source_id = k.source_id)),
    agreed as (
      select customer_id, max(day) as dated, max(noted_at) filter (where via = 'person') as lifted
      from facts where said = 'yes' group by customer_id),
    standing as (
      select facts.customer_id, bool_or(said = 'no' and facts.via <> 'list') as refused, bool_or(said = 'bounced') as bounced,
             bool_or(facts.via = 'list') as suppressed
      from facts left join agreed on agreed.customer_id = facts.customer_id
      where said in ('no', 'bounced')
        and not coalesce(agreed.dated > facts.known_on, false) and not coalesce(agreed.lifted >= facts.noted_at, false)
      group by facts.customer_id),
    states as materialized (
      select those.customer_id, coalesce(standing.suppressed, false) as suppressed,
             case when standing.refused then 'no' when standing.bounced then 'bounced'
                  when agreed.customer_id is not null then 'yes' else 'unknown' end as consent
      from those left join standing on standing.customer_id = those.customer_id
      left join agreed on agreed.customer_id = those.customer_id),
    before as materialized (
      select c.customer_id from customers c join states on states.customer_id = c.customer_id
      where c.consent not in ('no', 'bounced') and not c.suppressed),
    changed as (
      update customers c set consent = states.consent, suppressed = states.suppressed, updated_at = now()
      from states where states.customer_id = c.customer_id
        and (c.consent, c.suppressed) is distinct from (states.consent, states.suppressed)
      returning c.customer_id, c.consent in ('no', 'bounced') or c.suppressed as silenced)
    select changed.customer_id::float8 as customer from changed join before on before.customer_id = changed.customer_id
    where changed.silenced`);
  return rows.map(({ customer }) => customer);
}
