import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { forgetOld } from "../../../src/jobs/runner/housekeeping.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();

describe("the nightly forgetting", () => {
  it("takes requests of yesterday, answers and files of last week, and leaves what is newer or still open", async () => {
    await db.execute(sql`
      insert into inbox (key, user_id, line, origin, received_at, leased_until)
      select 'k' || days, 'U1', 'list', '{}', now() - days * interval '1 day', now() from generate_series(0, 2) as days`);
    await db.execute(sql`
      insert into outbox (id, line, asker, origin, kind, reply, state, due_at, created_at)
      select state || days, 'list', '{}', '{}', 'channel', '{}', state, now(), now() - days * interval '1 day'
      from unnest(array[1, 8]) as days, unnest(array['done', 'waiting']) as state`);
    await db.execute(sql`
      insert into received_files (name, received_from, received_at)
      select 'f' || days, 'U1', now() - days * interval '1 day' from unnest(array[1, 8]) as days`);
    await db.execute(sql`
      insert into received_file_parts (file_id, position, content) select id, 0, 'x'::bytea from received_files`);
    await forgetOld(db);
    const [left] = await db.execute(sql`
      select (select string_agg(key, ' ' order by key) from inbox) as requests,
             (select string_agg(id, ' ' order by id) from outbox) as answers,
             (select string_agg(name, ' ') from received_files) as files,
             (select count(*)::int from received_file_parts) as parts`);
    expect(left).toEqual({ requests: "k0", answers: "done1 waiting1 waiting8", files: "f1", parts: 1 });
  });
});
