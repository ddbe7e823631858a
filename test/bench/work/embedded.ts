/** Makes a home, starts its embedded PostgreSQL and migrates it, as the first `npm start` does. The result is 0. */
import { migrate } from "../../../src/db/connection/migrate.ts";
import { removeHome, startServer } from "../database.ts";
import { measure } from "../measurement.ts";

await measure(async () => {
  const server = await startServer();
  await migrate(server.url);
  process.once("exit", () => removeHome(server));
  server.leave();
  return 0;
});
