import type { Audience } from "../../../db/campaigns/audiences.ts";
import type { ExportList } from "./reply.ts";

/** A list of people with everything that its answer says of it. */
export interface FoundList extends ExportList {
  readonly audience: Audience;
  readonly columns: readonly string[];
}
