import type { DeclaredLine } from "./command.ts";
import type { Verb } from "./verbs.ts";

/** Every line with what it declares, and its verbs in the three languages, in Markdown. */
export function commandTable(verbs: readonly Verb[]): string {
  const rows = verbs.flatMap(({ command, en, es, pt }) =>
    command.lines.map((line, index) => [
      ...declaration(line),
      ...(index === 0 ? [en, es, pt].map((forms) => forms.join(", ")) : ["", "", ""]),
    ]),
  );
  return [introduction, table(columns, rows)].join("\n\n").concat("\n");
}

const introduction = `# Commands
Made from the code's table by \`npm run docs\`; a test compares the two.

A line is said after \`/segment\`, in a mention or in a direct message, and is what every button, form and digest says.
*Role* is the least one that may say it; each includes the former: viewer, marketer, analyst, admin. *Class* is the
widest class of its answer, which the answer can narrow: **totals** go to the conversation; **people**, a list, where no
column tells who they are, else by direct message; **person** only to who asked. A line that *writes* changes something,
starts work or lets people's data leave. Where a line of a verb declares something else than the verb's others, it stands
below them.`;

const columns = ["Line", "Role", "Class", "Writes", "English", "Spanish", "Portuguese"];

function declaration({ usage, role, privacy, writes }: DeclaredLine): readonly string[] {
  return [`\`${usage}\``, role, privacy, writes ? "yes" : ""];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
