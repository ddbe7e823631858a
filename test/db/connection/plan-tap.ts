import { once } from "node:events";
import { type AddressInfo, connect as dial, createServer } from "node:net";
import { sql } from "drizzle-orm";
import { connect } from "../../../src/db/connection/connect.ts";

/** A node of a plan, as `explain (format json)` writes it. */
export interface PlanNode {
  readonly "Node Type": string;
  readonly Plans?: readonly PlanNode[];
  readonly [key: string]: unknown;
}

/** A statement as it was really run. */
export interface RunStatement {
  readonly query: string;
  readonly plan: PlanNode;
}

/** A wire to a database on which the plans of all statements are read. */
export interface PlanTap {
  /** The database's address by way of the tap. */
  readonly url: string;
  /** What has been run since the last call. */
  take(): readonly RunStatement[];
  close(): Promise<void>;
}

/**
 * Lets the server tell the plan of every statement (auto_explain, part of PostgreSQL) and reads along, so that the
 * product is watched as it is.
 */
export async function tapPlans(url: string): Promise<PlanTap> {
  await tellPlans(url);
  const address = new URL(url);
  const statements: RunStatement[] = [];
  const server = createServer((client) => {
    const upstream = dial(Number(address.port), address.hostname);
    upstream.on(
      "data",
      noticeReader((message) => statements.push(...readStatement(message))),
    );
    client.pipe(upstream).pipe(client);
    for (const end of [client, upstream])
      end.on("error", () => [client, upstream].map((each) => each.destroy()));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const tapped = new URL(url);
  tapped.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: tapped.href,
    take: () => statements.splice(0),
    close: async () => void server.close(),
  };
}

async function tellPlans(url: string): Promise<void> {
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_format": "json",
    "auto_explain.log_verbose": "on",
    "auto_explain.log_level": "notice",
  };
  const { db, close } = connect(url, 1);
  await db.execute(sql`load 'auto_explain'`); // its settings are known from then on
  const name = sql.identifier(new URL(url).pathname.slice(1));
  for (const [setting, value] of Object.entries(settings))
    await db.execute(sql`alter database ${name} set ${sql.raw(setting)} = ${sql.raw(`'${value}'`)}`);
  await close();
}

/** Finds notices in what the server sends: messages of a letter, a length and a body. */
function noticeReader(tell: (message: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
      const end = 1 + rest.readUInt32BE(1);
      if (rest[0] === "N".charCodeAt(0)) tell(rest.toString("utf8", 5, end));
      rest = rest.subarray(end);
    }
  };
}

/** A notice has its text in a field M, ended by a zero. */
function readStatement(notice: string): readonly RunStatement[] {
  const text = notice.split("\0").find((field) => field.startsWith("Mduration:"));
  if (text === undefined) return [];
  const { "Query Text": query, Plan: plan } = JSON.parse(text.slice(text.indexOf("{")));
  return [{ query, plan }];
}
