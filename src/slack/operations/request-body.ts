import type { IncomingMessage } from "node:http";

/** The body of a request, whole; undefined when it is larger than that, or broke off. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > mostBytes) return undefined;
      parts.push(part);
    }
  } catch {
    return undefined; // the sender hung up: nobody is there to be told
  }
  return Buffer.concat(parts);
}

/**
 * Whether a body is what Slack sends: an object, as JSON or in the `payload` of a form, or a form's fields. Bolt takes any
 * JSON, and one that is signed and says `null` ends its process.
 */
export function isObjectBody(body: string, contentType: string | undefined): boolean {
  if (contentType !== "application/x-www-form-urlencoded") return isObject(body);
  const payload = new URLSearchParams(body).get("payload");
  return payload === null || isObject(payload);
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
