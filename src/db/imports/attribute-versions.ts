/**
 * Attributes of customers of whom several imports spoke. As long as one did, they stand with the customer alone; from the
 * second on, what each said is kept in `customer_attributes`, and the customer has all of it, one after the other.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";

/**
 * Keeps what the base has of some customers, and what a file says of them.
 *
 * @param rows A query of (`customer_id`, `attributes`, `responses`), one row a customer, of customers who were there.
 */
export async function keepAttributes(tx: Db, rows: SQL, importId: number): Promise<void> {
  await tx.execute(sql`drop table if exists staging_spoken_of`);
  await tx.execute(sql`create temporary table staging_spoken_of on commit drop as ${rows}`);
  await tx.execute(sql`analyze staging_spoken_of`);
  await tx.execute(sql`
    with answered as materialized (
      select customer_id, jsonb_object_agg(campaign, responded) as responses from responses
      where customer_id in (select customer_id from staging_spoken_of) group by customer_id)
    insert into customer_attributes (customer_id, import_id, attributes, responses)
    select c.customer_id, coalesce(c.import_id, 0), c.attributes, coalesce(a.responses, '{}')
    from customers c join staging_spoken_of s on s.customer_id = c.customer_id
    left join answered a on a.customer_id = c.customer_id
    where not exists (select from customer_attributes k where k.customer_id = c.customer_id)`);
  await tx.execute(sql`
    insert into customer_attributes (customer_id, import_id, attributes, responses)
    select customer_id, ${importId}::int, attributes, responses from staging_spoken_of`);
}

/** Gives customers the attributes and answers that they would have without an import. */
export async function undoAttributes(tx: Db, importId: number): Promise<void> {
  await tx.execute(sql`drop table if exists staging_without`);
  await tx.execute(sql`
    create temporary table staging_without on commit drop as
    with touched as materialized (
      select customer_id from customers where import_id = ${importId}::int
      union select customer_id from customer_attributes where import_id = ${importId}::int),
    kept as materialized (
      select customer_id, import_id, attributes, responses from customer_attributes
      where import_id <> ${importId}::int and customer_id in (select customer_id from touched))
    select t.customer_id,
           (select jsonb_object_agg(key, value order by k.import_id)
            from kept k, jsonb_each(k.attributes) where k.customer_id = t.customer_id) as attributes,
           (select jsonb_object_agg(key, value order by k.import_id)
            from kept k, jsonb_each(k.responses) where k.customer_id = t.customer_id) as responses
    from touched t`);
  await tx.execute(sql`delete from customer_attributes where import_id = ${importId}::int`);
  await tx.execute(sql`
    update customers c set attributes = coalesce(s.attributes, '{}')
    from staging_without s where s.customer_id = c.customer_id`);
  await tx.execute(sql`
    delete from responses r using staging_without s
    where s.customer_id = r.customer_id and not coalesce(s.responses ? r.campaign, false)`);
  await tx.execute(sql`
    update responses r set responded = (s.responses -> r.campaign)::boolean
    from staging_without s where s.customer_id = r.customer_id`);
}
