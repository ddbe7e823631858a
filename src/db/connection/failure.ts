import { UserError } from "../../contract/errors.ts";

/** What a driver, the server or a program of its own may attach to an error. */
interface Failure {
  readonly code?: unknown;
  readonly stderr?: unknown;
  readonly cause?: unknown;
}

/** PostgreSQL's and the system's codes for what the person who runs Segmenta can mend. */
const sentences: Readonly<Record<string, (where: string) => string>> = {
  ENOSPC: diskFull,
  "53100": diskFull,
  ECONNREFUSED: () => "No PostgreSQL server answers at the address in DATABASE_URL. Is it running?",
  ENOTFOUND: () => "The host in DATABASE_URL is not known. Check its spelling.",
  EAI_AGAIN: () => "The host in DATABASE_URL cannot be looked up at the moment. Is the network up?",
  ETIMEDOUT: noAnswer,
  CONNECT_TIMEOUT: noAnswer,
  ERR_INVALID_URL: () => "DATABASE_URL is no address such as postgres://user:password@host:5432/database.",
  "28P01": () => "The database refuses the user or the password in DATABASE_URL.",
  "28000": () => "The database refuses the user in DATABASE_URL (pg_hba.conf, or encryption is demanded).",
  "3D000": () => "The database that DATABASE_URL names does not exist. Create it first (createdb).",
  "42501": () => "The database's user may not do this. Let `segmenta migrate` run once as the owner.",
  "53300": () => "The database has no connection left (max_connections). Close some, or raise the limit.",
  "57P03": () => "The database is starting up or shutting down. Try again in a moment.",
};

/**
 * The sentence for a failure of the database that the person who runs Segmenta can mend.
 *
 * @param error As thrown by the driver, the query builder (which wraps it in `cause`), the system or `initdb`.
 * @param where The folder of the embedded base, named when its disk is full.
 * @returns undefined for a defect. The sentence holds no SQL, value, address or password.
 */
export function readFailure(error: unknown, where?: string): UserError | undefined {
  if (error instanceof UserError) return error;
  if (typeof error !== "object" || error === null) return undefined;
  const { code, stderr, cause } = error as Failure;
  if (String(stderr).includes("No space left on device")) return new UserError(diskFull(where));
  const sentence = typeof code === "string" ? sentences[code] : undefined;
  if (sentence !== undefined) return new UserError(sentence(where ?? ""));
  return readFailure(cause, where);
}

function diskFull(where?: string): string {
  const place = where === undefined || where === "" ? "The database's disk" : `The disk that holds ${where}`;
  return `${place} is full. Nothing was saved. Free some space (a new base needs 100 MB) and try again.`;
}

function noAnswer(): string {
  return "The database's host does not answer. Is the address in DATABASE_URL right, and no firewall between?";
}
