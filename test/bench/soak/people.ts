import { createRandom } from "../../../src/analysis/numbers/random.ts";
import { type Fixtures, shop } from "../../../src/playground/workspace/fixtures.ts";

const locales = ["en-US", "es-ES", "pt-BR"];

/** A workspace of many people, who all talk to the bot by direct message. */
export function castOf(people: number): Fixtures {
  const crowd = Array.from({ length: people }, (_, i) => ({
    id: `U0P${i}`,
    name: `p${i}`,
    realName: `Person ${i}`,
    title: "",
    // The first few import, recluster and are understood by the bench itself.
    locale: (i < 3 ? undefined : locales[i % locales.length]) ?? "en-US",
    timeZone: "UTC",
    isAdmin: i === 0,
    team: shop.team.id,
  }));
  return { ...shop, people: crowd, members: {} };
}

/** What people ask; lines that stand twice are asked twice as often. */
const questions = [
  "list",
  "list",
  "profile 1",
  "profile 2",
  "profile 2",
  "perfil 3",
  "compare 1 2",
  "map",
  "moves",
  "digest now",
  "target top 10%",
  "export 2",
  "score c1002",
  "data check",
  "status",
  "help",
  "profile 99", // there is none
  "profil nonsense", // a slip
];

/** The questions of one person, the same for the same person. */
export function questionsOf(person: number): { next(): string; pauseMs(): number } {
  const random = createRandom(person + 1);
  return {
    next: () => questions[Math.floor(random.next() * questions.length)] ?? "list",
    // Fifty people who ask every 20 s on average are a busy team of thousands.
    pauseMs: () => -Math.log(1 - random.next()) * 20_000,
  };
}

/** A day's orders of a handful of customers, other ones each time. */
export function ordersFile(round: number): { readonly name: string; readonly content: string } {
  const lines = Array.from({ length: 300 }, (_, i) => {
    return `S${(round * 7 + i) % 90},SO${round}-${i >> 1},2026-0${(i % 9) + 1}-1${i % 9},${(i % 40) + 5}.50`;
  });
  return {
    name: `orders-${round}.csv`,
    content: ["customer_id,order_id,order_date,amount", ...lines].join("\n"),
  };
}
