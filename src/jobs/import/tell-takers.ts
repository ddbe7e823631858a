import type { Actor } from "../../contract/actor.ts";
import type { Delivery } from "../../contract/delivery.ts";
import type { Reply } from "../../contract/reply.ts";
import type { Db } from "../../db/connection/connect.ts";
import { loadSilencedMembers, type SilencedMembers } from "../../db/exports/silenced-members.ts";
import { queueDelivery } from "../../db/requests/outbox.ts";
import { findRole } from "../../db/team/roles.ts";
import { findSettings } from "../../db/team/settings.ts";
import { createFormat, readLocale } from "../../lib/locale.ts";
import { words } from "../../lib/words.ts";
import type { JobContext } from "../runner/job.ts";

const says = words({
  en: {
    headline: (people: string, day: string) => `${people} of the list that you took on ${day} said no since.`,
    ofSeveral: (people: string) => `${people} of the lists that you took said no since.`,
    list: (day: string) => `List of ${day}`,
    act: "They leave in no list from now on. Take them out wherever you brought that list.",
    one: "1 person",
    people: (count: string) => `${count} people`,
  },
  es: {
    headline: (people, day) =>
      `${people} de la lista que te llevaste el ${day} dijeron que no desde entonces.`,
    ofSeveral: (people) => `${people} de las listas que te llevaste dijeron que no desde entonces.`,
    list: (day) => `Lista del ${day}`,
    act: "Ya no salen en ninguna lista. Quítalas de donde hayas llevado esa lista.",
    one: "1 persona",
    people: (count) => `${count} personas`,
  },
  pt: {
    headline: (people, day) => `${people} da lista que você levou em ${day} disseram não desde então.`,
    ofSeveral: (people) => `${people} das listas que você levou disseram não desde então.`,
    list: (day) => `Lista de ${day}`,
    act: "Elas não saem mais em nenhuma lista. Tire-as de onde você levou essa lista.",
    one: "1 pessoa",
    people: (count) => `${count} pessoas`,
  },
});

/**
 * Writes to those whose lists left with people who said no since: with the facts that silence them, or not at all.
 *
 * @param silenced Ids of the customers whom the import silenced.
 */
export async function tellTakers(
  tx: Db,
  importId: number,
  silenced: readonly number[],
  { actor, now }: Pick<JobContext, "actor" | "now">,
): Promise<void> {
  for (const held of await loadSilencedMembers(tx, silenced, now)) {
    const taker = await actorOf(tx, held.exportedBy, actor);
    await queueDelivery(tx, deliveryTo(taker, importId, noticeReply(held, taker)));
  }
}

/** As they set it; who never set anything is written to as the one who imports. */
async function actorOf(tx: Db, user: string, importer: Actor): Promise<Actor> {
  const { language, timezone } = await findSettings(tx, `user:${user}`);
  const locale = language === undefined ? importer.locale : readLocale(language);
  return { user, role: await findRole(tx, user), locale, timeZone: timezone ?? importer.timeZone };
}

function deliveryTo(actor: Actor, importId: number, reply: Reply): Delivery {
  return {
    id: `silenced:${importId}:${actor.user}`,
    line: "data check",
    actor,
    origin: { channel: "" },
    purpose: "scheduled",
    kind: "direct",
    reply,
  };
}

function noticeReply({ people, lists }: SilencedMembers, { locale, timeZone }: Actor): Reply {
  const text = says[locale];
  const format = createFormat(locale, "EUR", timeZone);
  const count = (members: number) => (members === 1 ? text.one : text.people(format.number(members)));
  const day = (moment: string) => format.date(new Date(moment));
  const [newest] = lists;
  return {
    locale,
    outcome: "ok",
    privacy: "person",
    headline:
      lists.length === 1 && newest !== undefined
        ? text.headline(count(people), day(newest.exportedAt))
        : text.ofSeveral(count(people)),
    facts:
      lists.length === 1
        ? []
        : lists.map((list) => ({ label: text.list(day(list.exportedAt)), value: count(list.people) })),
    paragraphs: [text.act],
    data: { people, lists: lists.map(({ exportId, people: members }) => ({ exportId, people: members })) },
  };
}
