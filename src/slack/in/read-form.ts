import { asWord } from "../../contract/command-line.ts";
import type { FormMetadata } from "../render/form.ts";

/** The fields of a submitted modal: `view.state.values` and the order of `view.blocks`. */
export interface SubmittedView {
  readonly private_metadata: string;
  readonly blocks: readonly { readonly block_id?: string }[];
  readonly state: {
    readonly values: Readonly<Record<string, Readonly<Record<string, SubmittedValue>>>>;
  };
}

interface SubmittedValue {
  readonly value?: string | null | undefined;
  readonly selected_option?: { readonly value: string } | null | undefined;
}

/** A field that was filled in, by the id of its block. */
export interface FilledField {
  readonly block: string;
  readonly name: string;
  readonly value: string;
}

export function readMetadata(view: SubmittedView): FormMetadata {
  return JSON.parse(view.private_metadata) as FormMetadata;
}

/** Filled-in fields in their order on the screen; empty ones are left out. */
export function readFields(view: SubmittedView): readonly FilledField[] {
  return view.blocks.flatMap(({ block_id: block = "" }) => {
    const [given] = Object.values(view.state.values[block] ?? {});
    const value = (given?.selected_option?.value ?? given?.value ?? "").trim();
    const name = /^field:\d+:(.*)$/su.exec(block)?.[1];
    return name === undefined || value === "" ? [] : [{ block, name, value }];
  });
}

/**
 * The command line that a form says: its own line, then `name=value` for each field, or the bare value of a field
 * without a name.
 *
 * @example
 * composeLine("rename 2", [{ block: "b", name: "", value: "Loyal families" }]); // => 'rename 2 "Loyal families"'
 */
export function composeLine(line: string, fields: readonly FilledField[]): string {
  const words = fields.map(({ name, value }) => (name === "" ? asWord(value) : `${name}=${asWord(value)}`));
  return [line, ...words].filter((word) => word !== "").join(" ");
}

/** The block of the field that a mistake names; of the first, for a mistake about the form as a whole. */
export function blockOfMistake(view: SubmittedView, field: string | undefined): string {
  const blocks = view.blocks.flatMap(({ block_id: block = "" }) =>
    block.startsWith("field:") ? [block] : [],
  );
  const named = field === undefined ? -1 : readMetadata(view).keys.indexOf(field);
  return blocks[named] ?? blocks[0] ?? "";
}
