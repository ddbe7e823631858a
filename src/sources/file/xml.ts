import { SaxesParser } from "saxes";
import { UserError } from "../../contract/errors.ts";
import type { Reading } from "./reading.ts";
import type { Zip } from "./zip.ts";

/** An opening tag, without the prefix that some programs write (`x:row` for `row`). */
export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

/** What is done at each turn of a document. */
export interface XmlVisitor {
  open?(tag: Tag): void;
  text?(piece: string): void;
  close?(name: string): void;
}

/**
 * Goes through an XML part of a zip, piece by piece; a part that is not there has nothing to say.
 *
 * @returns The bytes that were gone through, after each piece.
 * @throws {UserError} When it is damaged; what a visitor throws travels on when it is for the person.
 */
export async function* visitXml(
  zip: Zip,
  path: string,
  reading: Reading,
  visitor: XmlVisitor,
): AsyncGenerator<number> {
  if (!zip.entries.has(path)) return;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("opentag", ({ name, attributes }) => visitor.open?.({ name: localName(name), attributes }));
  parser.on("text", (piece) => visitor.text?.(piece));
  parser.on("closetag", ({ name }) => visitor.close?.(localName(name)));
  const stream = await zip.open(path);
  const decoder = new TextDecoder();
  let done = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      reading.signal?.throwIfAborted();
      parser.write(decoder.decode(chunk, { stream: true }));
      done += chunk.length;
      yield done;
    }
    parser.close();
  } catch (error) {
    if (error instanceof UserError || reading.signal?.aborted === true) throw error;
    throw new UserError(reading.says.brokenGzip(reading.fileName));
  } finally {
    stream.destroy();
  }
  yield done;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
