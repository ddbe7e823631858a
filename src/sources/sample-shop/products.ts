import type { families } from "./groups.ts";

type Family = (typeof families)[number];

/** What each family sells. */
export const products: Readonly<Record<Family, readonly string[]>> = {
  Groceries: ["breakfast box", "fruit crate", "olive oil", "coffee beans", "pasta set", "honey"],
  Kids: ["wooden puzzle", "rain boots", "picture book", "school bag", "colored pencils", "pajamas"],
  Home: ["bed linen", "table lamp", "storage basket", "throw blanket", "tea set", "wall clock"],
  Garden: ["planter", "garden chair", "bird feeder", "seed box", "lantern", "pruning shears"],
  Fashion: ["linen shirt", "socks", "scarf", "sunglasses", "canvas shoes", "tote bag"],
  Tech: ["phone case", "earphones", "charger", "smart plug", "reading light", "speaker"],
  Wine: ["red selection", "white selection", "sparkling case", "decanter", "vintage bottle", "tasting set"],
  Gifts: ["gift basket", "scented candle", "greeting cards", "photo frame", "chocolates", "silver pendant"],
};
