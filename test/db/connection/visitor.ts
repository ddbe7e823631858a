/** A process of its own that enters the embedded server of a home, says its address, and stays until told to go. */
import { startEmbedded } from "../../../src/db/connection/embedded/start.ts";

const [home = ""] = process.argv.slice(2);
const server = await startEmbedded(home);
process.stdout.write(`${server.url}\n`);
process.stdin.on("close", () => server.leave()).resume();
