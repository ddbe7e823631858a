import { writeFileSync } from "node:fs";
import { commandTable } from "./src/commands/grammar/command-table.ts";
import { verbs } from "./src/commands/grammar/table.ts";

writeFileSync("docs/commands.md", commandTable(verbs));
