import type { Localized } from "./locale.ts";

/**
 * What a text in another language must offer to stand for the English one: the same keys, and functions that take the
 * same facts. Which English words stand there is no part of the type.
 */
type Phrases<English> = English extends string
  ? string
  : English extends (...given: infer Given) => infer Said
    ? (...given: Given) => Phrases<Said>
    : { readonly [Key in keyof English]: Phrases<English[Key]> };

/**
 * Words in every language, typed once: the English object is the type, so that a text that is missing in another
 * language, or that takes other facts, does not compile.
 *
 * @example
 * words({ en: { hello: "Hello" }, es: { hello: "Hola" }, pt: { hello: "Olá" } }).es.hello; // => "Hola"
 */
export function words<English>(all: {
  readonly en: English;
  readonly es: Phrases<NoInfer<English>>;
  readonly pt: Phrases<NoInfer<English>>;
}): Localized<Phrases<English>> {
  const { en, es, pt } = all;
  return { en: en as Phrases<English>, es, pt };
}
