import { snakeCase } from "../file/headers.ts";

/**
 * A published data set whose copies are so many that its columns have names of their own. It only names attributes;
 * kind, roles, dates and numbers are guessed as for any file, because every copy renames something.
 */
export interface DataSet {
  readonly name: string;
  /** Attribute name → other headers that copies of the file use, in snake case. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

const campaign: DataSet = {
  name: "marketing_campaign",
  attributes: {
    year_birth: [],
    education: [],
    marital_status: [],
    income: [],
    kidhome: ["kids_home", "kids"],
    teenhome: ["teens_home", "teens"],
    dt_customer: ["date_customer"],
    recency: [],
    mnt_wines: ["mnt_wine"],
    mnt_fruits: ["mnt_fruit"],
    mnt_meat_products: ["mnt_meat"],
    mnt_fish_products: ["mnt_fish"],
    mnt_sweet_products: ["mnt_sweet", "mnt_sweets"],
    mnt_gold_prods: ["mnt_gold"],
    num_deals_purchases: [],
    num_web_purchases: [],
    num_catalog_purchases: [],
    num_store_purchases: [],
    num_web_visits_month: [],
    accepted_cmp1: [],
    accepted_cmp2: [],
    accepted_cmp3: [],
    accepted_cmp4: [],
    accepted_cmp5: [],
    complain: [],
    z_cost_contact: [],
    z_revenue: [],
  },
};

const mall: DataSet = {
  name: "mall_customers",
  // One copy calls the income `x`: nothing but the rest of the file tells what it is.
  attributes: { gender: ["genre"], age: [], income: ["annual_income", "x"], spending_score: [] },
};

const dataSets: readonly DataSet[] = [campaign, mall];

/**
 * The data set of which most attributes (seven in ten) stand in the headers as written; a file of a few general
 * columns, such as age and gender, is not taken for one.
 */
export function findDataSet(headers: readonly string[]): DataSet | undefined {
  const names = new Set(headers.map((header) => snakeCase(header).replaceAll("_", "")));
  return dataSets.find((dataSet) => {
    const attributes = Object.entries(dataSet.attributes);
    const present = attributes.filter(([name, others]) =>
      [name, ...others].some((word) => names.has(word.replaceAll("_", ""))),
    );
    return present.length >= attributes.length * 0.7 && names.size <= attributes.length + 3;
  });
}

/** The words of a data set: header → attribute name, for `matchHeader`. */
export function dataSetWords(dataSet: DataSet): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(dataSet.attributes).flatMap(([name, others]) =>
      [name, ...others].map((word) => [word, name] as const),
    ),
  );
}
