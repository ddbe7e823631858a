import type { Config } from "../../lib/config.ts";
import { connect, type Connection } from "./connect.ts";
import { startEmbedded } from "./embedded/start.ts";
import { readFailure } from "./failure.ts";
import { migrate } from "./migrate.ts";

/**
 * Opens the base, ready for queries: the server that DATABASE_URL names, or the embedded one of the home, migrated.
 * `close` ends the pool and lets go of the embedded server.
 *
 * @throws {UserError} When there is no base to be had, and its sentence says why and what to do.
 */
export async function openDatabase(config: Pick<Config, "databaseUrl" | "home">): Promise<Connection> {
  const server = config.databaseUrl === undefined ? await startEmbedded(config.home) : undefined;
  try {
    const url = server?.url ?? config.databaseUrl ?? "";
    await migrate(url);
    const pool = connect(url);
    return { ...pool, close: () => pool.close().finally(() => server?.leave()) };
  } catch (error) {
    server?.leave();
    throw readFailure(error) ?? error;
  }
}
