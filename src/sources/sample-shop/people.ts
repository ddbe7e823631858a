import { at } from "../../lib/at.ts";
import { around, type Chance, chanceOf, happens, normal, pick, poisson, weighted } from "./chance.ts";
import { type Character, characters, type ShopGroup, shopGroups } from "./groups.ts";

/** A customer of the sample shop with the affinities that nobody sees. */
export interface Person {
  readonly number: number;
  readonly key: string;
  readonly group: ShopGroup;
  /** Weeks of the shop's history: of the first visit, and the last one with any sign of life. */
  readonly joined: number;
  readonly lastActive: number;
  /** The person's own rates and median order, around those of the group. */
  readonly orderRate: number;
  readonly ticketCents: number;
  readonly visitRate: number;
  readonly appRate: number;
  /** The week from which on someone of the churn wave has other affinities. */
  readonly turned?: number;
  readonly age: number;
  /** Null where it was never told. */
  readonly income: number | null;
  readonly children: number;
}

/** How many of everything a person has names for in streams of chance. */
export const streams = { affinities: 1, identity: 2, week: 3, groups: 4, answer: 5, wave: 6 } as const;

/** Join date and income are on the form; one in sixteen leaves the income out. */
const incomeMissing = 0.06;
const spread = { orderRate: 0.25, ticketCents: 0.16, visitRate: 0.25, appRate: 0.25 } as const;
const firstKey = 10_000;

/**
 * The customers at the end of the history: groups of exactly their sizes, in an order that does not tell them.
 *
 * @returns 2,400 persons, numbered from 1.
 */
export function foundingPeople(seed: number): readonly Person[] {
  const groups = shopGroups.flatMap((group) => Array.from({ length: characters[group].size }, () => group));
  const chance = chanceOf(seed, streams.groups);
  const shuffled = groups.map((group) => ({ group, place: chance() })).toSorted((a, b) => a.place - b.place);
  return shuffled.map(({ group }, index) => createPerson(seed, index + 1, group));
}

/** @param joined The week of joining; drawn from the group's span when not given. */
export function createPerson(seed: number, number: number, group: ShopGroup, joined?: number): Person {
  const character = characters[group];
  const chance = chanceOf(seed, streams.affinities, number);
  const drawn = Math.round(within(chance, character.joined));
  return {
    number,
    key: String(firstKey + number),
    group,
    joined: joined ?? drawn,
    lastActive:
      character.lastActive === undefined
        ? Number.POSITIVE_INFINITY
        : Math.round(within(chance, character.lastActive)),
    orderRate: around(chance, character.orderRate, spread.orderRate),
    ticketCents: around(chance, character.ticketCents, spread.ticketCents),
    visitRate: around(chance, character.visitRate, spread.visitRate),
    appRate: around(chance, character.appRate, spread.appRate),
    ...drawHousehold(chance, character),
  };
}

function drawHousehold(chance: Chance, { age, income, children }: Character) {
  const years = Math.max(18, Math.round(normal(chance, ...age)));
  const earned = Math.max(8_000, Math.round(normal(chance, ...income) / 100) * 100);
  return {
    age: years,
    income: happens(chance, incomeMissing) ? null : earned,
    children: Math.min(5, poisson(chance, children)),
  };
}

function within(chance: Chance, [from, to]: readonly [number, number]): number {
  return from + (to - from) * chance();
}

/** The attributes of a customers' file, and consent; personal columns are `personalAttributes`. */
export interface Identity {
  readonly attributes: Readonly<Record<string, string | number | null>>;
  readonly consent: "yes" | "no" | "unknown";
}

export const personalAttributes = ["name", "email"] as const;

const homes = [
  {
    language: "en",
    cities: ["London", "Dublin", "Leeds", "Cardiff"],
    first: [
      "Zoë",
      "James",
      "Chloé",
      "Oliver",
      "Siân",
      "Amelia",
      "Seán",
      "Grace",
      "Liam",
      "Ruth",
      "Noah",
      "Ivy",
    ],
    last: [
      "Brontë",
      "Smith",
      "O'Neill",
      "Taylor",
      "Ó Briain",
      "Walker",
      "Evans",
      "Fitz-Hugh",
      "Clarke",
      "Hall",
    ],
  },
  {
    language: "es",
    cities: ["Madrid", "Cádiz", "León", "Málaga"],
    first: [
      "José",
      "Begoña",
      "Íñigo",
      "Lucía",
      "Núria",
      "Andrés",
      "Sofía",
      "Ramón",
      "Inés",
      "Óscar",
      "Ana",
      "Raúl",
    ],
    last: ["Muñoz", "García", "Ibáñez", "López", "Núñez", "Pérez", "Agüero", "Díaz", "Peña", "de la Cruz"],
  },
  {
    language: "pt",
    cities: ["Lisboa", "São Paulo", "Évora", "Brasília"],
    first: [
      "João",
      "Conceição",
      "Antônio",
      "Luís",
      "Mariana",
      "Inês",
      "Tomás",
      "Glória",
      "Zé",
      "Júlia",
      "Simão",
      "Rita",
    ],
    last: [
      "Gonçalves",
      "Silva",
      "Araújo",
      "Simões",
      "Magalhães",
      "Sousa",
      "Falcão",
      "Brandão",
      "Lourenço",
      "Sá",
    ],
  },
] as const;

/** Consent: seven in ten said yes, one in eight said no, the others were never asked. */
const consents = ["yes", "no", "unknown"] as const;
const consentWeights = [0.7, 0.12, 0.18];

/**
 * What the shop's file says of a person.
 *
 * @param joinedOn `YYYY-MM-DD`.
 * @param year The year in which the person is `age` years old.
 */
export function identityOf(seed: number, person: Person, joinedOn: string, year: number): Identity {
  const chance = chanceOf(seed, streams.identity, person.number);
  const home = pick(chance, homes);
  const name = `${pick<string>(chance, home.first)} ${pick<string>(chance, home.last)}`;
  return {
    attributes: {
      name,
      email: `${plainLetters(name)}.${person.key}@example.com`,
      language: home.language,
      city: pick<string>(chance, home.cities),
      birth_year: year - person.age,
      income: person.income,
      children: person.children,
      joined_on: joinedOn,
    },
    consent: at(consents, weighted(chance, consentWeights)),
  };
}

/**
 * A name as an e-mail address writes it.
 *
 * @example
 * plainLetters("Íñigo de la Cruz"); // => "inigo.de.la.cruz"
 */
export function plainLetters(name: string): string {
  const bare = name
    .normalize("NFD")
    .replaceAll(/\p{M}|'/gu, "")
    .toLowerCase();
  return bare.replaceAll(/[^a-z]+/g, ".");
}
