export const shopGroups = ["families", "bargains", "explorers", "spenders", "sleepers"] as const;
/** Who the customers of the sample shop truly are; a good segmentation finds these five again. */
export type ShopGroup = (typeof shopGroups)[number];

export const channels = ["store", "web", "app", "catalogue"] as const;
export const families = ["Groceries", "Kids", "Home", "Garden", "Fashion", "Tech", "Wine", "Gifts"] as const;

/** The character of a group. Rates are per week; a pair is the mean and the standard deviation of a normal. */
export interface Character {
  readonly size: number;
  readonly orderRate: number;
  /** Of a whole order, in hundredths: the median. */
  readonly ticketCents: number;
  /** Mean lines of an order, at least 1. */
  readonly lines: number;
  /** Probability that a line comes back. */
  readonly returnRate: number;
  readonly visitRate: number;
  readonly appRate: number;
  readonly age: readonly [number, number];
  readonly income: readonly [number, number];
  /** Mean number of children at home. */
  readonly children: number;
  /** Weeks in the shop's history in which someone joins: from, to; 0 and less is before it begins. */
  readonly joined: readonly [number, number];
  /** Weeks in which someone falls asleep; undefined for who stays. */
  readonly lastActive?: readonly [number, number];
  /** Weights in the order of `channels`. */
  readonly channels: readonly [number, number, number, number];
  /** Weights in the order of `families`. */
  readonly families: readonly [number, number, number, number, number, number, number, number];
}

export const characters: Readonly<Record<ShopGroup, Character>> = {
  /** Loyal families: every other week, a full basket, in the store and on the web, never in the app. */
  families: {
    size: 430,
    orderRate: 0.4,
    ticketCents: 4_800,
    lines: 2.6,
    returnRate: 0.02,
    visitRate: 1,
    appRate: 0,
    age: [40, 3.5],
    income: [41_000, 5_000],
    children: 1.9,
    joined: [-250, -20],
    channels: [7, 3, 0, 0],
    families: [8, 6, 3, 1, 2, 1, 0, 1],
  },
  /** Bargain hunters: often, little, offers only, and a good part comes back. */
  bargains: {
    size: 600,
    orderRate: 0.19,
    ticketCents: 1_700,
    lines: 1.4,
    returnRate: 0.1,
    visitRate: 0.2,
    appRate: 0.45,
    age: [36, 4],
    income: [21_000, 2_800],
    children: 0.5,
    joined: [-200, -10],
    channels: [1, 6, 3, 0],
    families: [2, 1, 2, 0, 7, 3, 0, 2],
  },
  /** New explorers: young, joined this spring, live in the app, try everything. */
  explorers: {
    size: 480,
    orderRate: 0.36,
    ticketCents: 3_300,
    lines: 1.8,
    returnRate: 0.05,
    visitRate: 0,
    appRate: 1.8,
    age: [24, 2],
    income: [31_000, 3_600],
    children: 0.1,
    joined: [86, 101],
    channels: [0, 2, 8, 0],
    families: [1, 0, 2, 1, 4, 5, 1, 3],
  },
  /** Big occasional spenders: a few large orders a year, by catalogue and in the store, for wine, gifts and home. */
  spenders: {
    size: 360,
    orderRate: 0.075,
    ticketCents: 46_000,
    lines: 2.6,
    returnRate: 0.02,
    visitRate: 0.1,
    appRate: 0,
    age: [59, 4],
    income: [82_000, 11_000],
    children: 0.3,
    joined: [-260, -30],
    channels: [4, 1, 0, 5],
    families: [0, 0, 4, 3, 1, 1, 6, 5],
  },
  /** Sleeping: a handful of orders, the last one half a year ago or longer. */
  sleepers: {
    size: 530,
    orderRate: 0.1,
    ticketCents: 3_400,
    lines: 1.6,
    returnRate: 0.03,
    visitRate: 0.15,
    appRate: 0,
    age: [49, 5],
    income: [36_000, 4_500],
    children: 0.8,
    joined: [-220, -40],
    lastActive: [26, 76],
    channels: [5, 3, 0, 2],
    families: [2, 1, 3, 4, 3, 1, 1, 2],
  },
};
