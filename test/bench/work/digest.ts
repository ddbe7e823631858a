/**
 * Answers `digest now` over a base with orders, as a marketer would ask: <server> <database>. The result is the sum of the
 * sizes of all findings' effects.
 */
import { connect } from "../../../src/db/connection/connect.ts";
import { answerOn, someone } from "../../commands/small-shop.ts";
import { databaseUrl } from "../database.ts";
import { argument, measure } from "../measurement.ts";

const { db, close } = connect(databaseUrl(argument(0), argument(1)));
await measure(async () => {
  const { data } = await answerOn(db)("digest now", someone());
  const findings = data["findings"] as readonly { readonly effect: number }[];
  return findings.reduce((sum, { effect }) => sum + Math.abs(effect), 0);
});
await close();
