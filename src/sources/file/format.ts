import { UserError } from "../../contract/errors.ts";
import type { Packing } from "../guess/mapping.ts";
import { firstBytes } from "./bytes.ts";
import type { Reading } from "./reading.ts";
import { openZip } from "./zip.ts";

/** What a file is by its bytes; a text can still be delimited or JSON. */
export type Container =
  | { readonly format: "text"; readonly packing: Packing }
  | { readonly format: "xlsx" }
  | { readonly format: "parquet" };

type Sign = "zip" | "oldWorkbook" | "gzip" | "parquet";

const signs: readonly (readonly [Sign, Buffer])[] = [
  ["zip", Buffer.from("PK\u0003\u0004", "latin1")],
  ["oldWorkbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ["gzip", Buffer.from([0x1f, 0x8b])],
  ["parquet", Buffer.from("PAR1", "latin1")],
];

/**
 * What kind of file it is, from its first bytes and not from its name.
 *
 * @throws {UserError} When it is a workbook of an old or other program, or packed twice.
 */
export async function findContainer(reading: Reading): Promise<Container> {
  const { says, fileName } = reading;
  const sign = await signOf(reading, "none");
  if (sign === "oldWorkbook") throw new UserError(says.workbook(fileName));
  if (sign === "parquet") return { format: "parquet" };
  const packing = sign === "zip" ? "zip" : sign === "gzip" ? "gzip" : "none";
  if (packing === "zip" && (await isWorkbook(reading))) return { format: "xlsx" };
  if (packing !== "none" && (await signOf(reading, packing)) !== undefined) {
    throw new UserError(says.packedTwice(fileName));
  }
  return { format: "text", packing };
}

async function signOf(reading: Reading, packing: Packing): Promise<Sign | undefined> {
  const head = await firstBytes(reading, packing, 4);
  return signs.find(([, magic]) => magic.equals(head.subarray(0, magic.length)))?.[0];
}

/** @throws {UserError} When it is a workbook, but not Excel's. */
async function isWorkbook(reading: Reading): Promise<boolean> {
  const zip = await openZip(reading);
  zip.close();
  if (zip.entries.has("xl/workbook.xml")) return true;
  // LibreOffice's, Apple's, and Excel's binary one.
  const isOther = ["content.xml", "Index/Document.iwa", "xl/workbook.bin"].some((path) =>
    zip.entries.has(path),
  );
  if (isOther) throw new UserError(reading.says.workbook(reading.fileName));
  return false;
}
