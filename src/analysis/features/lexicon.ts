/**
 * What a column's words say it holds, in English, Spanish and Portuguese. A header is read as words, so
 * `MntWines`, `mnt_wines` and `Mnt wines` are the same.
 */
const lexicon = {
  identifier:
    "id uuid code codigo phone telefono telefone mobile movil celular zip postal cep postcode email mail correo name nombre nome apellido apellidos sobrenome address direccion endereco",
  amount:
    "mnt amount amounts amt spend spent importe importes gasto gastos monto montos valor revenue sales ventas vendas",
  count:
    "purchases compras orders pedidos visits visitas transactions trx logins sessions clicks bookings tickets",
  response:
    "accepted acepto aceptado aceito aceitou response responded respuesta respondio resposta converted target churn",
  score: "score rating points puntuacion puntaje puntos pontuacao pontos nps",
  income: "income salary ingreso ingresos renta renda salario sueldo",
  age: "age edad idade",
  birth: "birth born birthday dob nacimiento nascimento",
  since: "since joined join customer signup registered registration enrolled alta cadastro desde registro",
  recency: "recency recencia",
  children: "kid kids kidhome teen teens teenhome child children hijos ninos filhos criancas dependents",
  marital: "marital civil",
  couple: "married together couple partner cohabiting casado casada pareja union casal uniao",
} as const;

export type Meaning = keyof typeof lexicon;

const words: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lexicon).map(([meaning, list]) => [meaning, new Set(list.split(" "))]),
);

/**
 * The words of a header, in lower case and without accents.
 *
 * @example
 * wordsOf("NumWebVisits_Month (k$)"); // => ["num", "web", "visits", "month", "k"]
 */
export function wordsOf(header: string): readonly string[] {
  return (
    header
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * Whether one of a header's words has this meaning.
 *
 * @example
 * means("Renda_Anual", "income"); // => true
 */
export function means(header: string, meaning: Meaning): boolean {
  return wordOf(header, meaning) !== undefined;
}

/**
 * The word of a header that has this meaning.
 *
 * @example
 * wordOf("num_web_purchases", "count"); // => "purchases"
 */
export function wordOf(header: string, meaning: Meaning): string | undefined {
  return wordsOf(header).find((word) => words.get(meaning)?.has(word));
}

/**
 * A header as a feature's name.
 *
 * @example
 * nameOf("Annual Income (k$)"); // => "annual_income_k"
 */
export function nameOf(header: string): string {
  return wordsOf(header).join("_");
}

/**
 * A header as a label in sentence case, without the words that only say the type.
 *
 * @example
 * labelOf("num_web_purchases"); // => "Web purchases"
 */
export function labelOf(header: string): string {
  const said = wordsOf(header);
  const telling = said.filter((word) => !["num", "mnt", "nr", "dt", "amt", "z"].includes(word));
  const text = (telling.length > 0 ? telling : said).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
