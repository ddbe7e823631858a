import type { App, Channel, Person } from "./state.ts";

/** The people and channels that a fake workspace begins with. */
export interface Fixtures {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: App;
  readonly people: readonly Person[];
  readonly channels: readonly Omit<Channel, "members">[];
  /** Members by channel name: handles, and `bot`. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}

const team = { id: "T0SHOP", name: "Casa Aurora", domain: "casa-aurora" };

function person(id: string, name: string, rest: Omit<Person, "id" | "name" | "team">): Person {
  return { id, name, team: team.id, ...rest };
}

/**
 * A small shop's workspace: three languages, an admin, a channel the bot was not invited to,
 * a private one it cannot see, and one that is shared with an agency.
 */
export const shop: Fixtures = {
  team,
  app: { id: "A0SEGMENTA", botId: "B0SEGMENTA", user: "U0SEGMENTA", name: "segmenta" },
  people: [
    person("U0ADA", "ada", {
      realName: "Ada Keller",
      title: "Owner",
      locale: "en-US",
      timeZone: "Europe/Berlin",
      isAdmin: true,
    }),
    person("U0ANA", "ana", {
      realName: "Ana Torres",
      title: "Marketing",
      locale: "es-ES",
      timeZone: "Europe/Madrid",
      isAdmin: false,
    }),
    person("U0JOAO", "joao", {
      realName: "João Almeida",
      title: "Análise de dados",
      locale: "pt-BR",
      timeZone: "America/Sao_Paulo",
      isAdmin: false,
    }),
    person("U0MARY", "mary", {
      realName: "Mary Okafor",
      title: "Loyalty",
      locale: "en-GB",
      timeZone: "Europe/London",
      isAdmin: false,
    }),
    {
      id: "W0LEO",
      name: "leo",
      realName: "Leo Brandt",
      title: "Nordlicht Agency",
      locale: "de-DE",
      timeZone: "Europe/Berlin",
      isAdmin: false,
      team: "T0AGENCY",
    },
  ],
  channels: [
    {
      id: "C0GENERAL",
      name: "general",
      kind: "public",
      isShared: false,
      topic: "Company-wide news and work",
    },
    {
      id: "C0MARKETING",
      name: "marketing",
      kind: "public",
      isShared: false,
      topic: "Campaigns, segments, results",
    },
    { id: "C0RANDOM", name: "random", kind: "public", isShared: false, topic: "Where the bot is not" },
    { id: "C0BOARD", name: "board", kind: "private", isShared: false, topic: "Closed" },
    { id: "C0AGENCY", name: "nordlicht-agency", kind: "public", isShared: true, topic: "With our agency" },
  ],
  members: {
    general: ["bot", "ada", "ana", "joao", "mary"],
    marketing: ["bot", "ada", "ana", "joao", "mary"],
    random: ["ada", "ana", "joao", "mary"],
    board: ["ada", "mary"],
    "nordlicht-agency": ["bot", "ada", "ana", "mary", "leo"],
  },
};
