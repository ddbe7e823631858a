import { plainOrders } from "../guess/mapping.ts";
import type { ColumnMapping, FileKind, Mapping, Role } from "../guess/mapping.ts";
import type { QualityReport } from "../report/quality.ts";
import { shopCampaigns } from "./campaigns.ts";
import { personalAttributes } from "./people.ts";

type Column = readonly [name: string, role: Role, type: ColumnMapping["type"]];

const customerColumns: readonly Column[] = [
  ["customer", "customer", "text"],
  ["name", "attribute", "text"],
  ["email", "attribute", "text"],
  ["language", "attribute", "text"],
  ["city", "attribute", "text"],
  ["birth_year", "attribute", "number"],
  ["income", "attribute", "number"],
  ["children", "attribute", "number"],
  ["joined_on", "attribute", "date"],
  ["consent", "consent", "text"],
  ...shopCampaigns.map(({ campaign }) => [campaign, "response", "flag"] as const),
];

const columnsOf: Readonly<Record<Exclude<FileKind, "suppressions">, readonly Column[]>> = {
  customers: customerColumns,
  orders: [
    ["customer", "customer", "text"],
    ["order", "order", "text"],
    ["date", "at", "date"],
    ["product", "product", "text"],
    ["quantity", "quantity", "number"],
    ["amount", "amount", "number"],
    ["channel", "channel", "text"],
  ],
  events: [
    ["customer", "customer", "text"],
    ["date", "at", "date"],
    ["kind", "kind", "text"],
  ],
};

/** The mapping that a file with these rows would get: it says, among others, which attributes are personal. */
export function sampleMapping(kind: keyof typeof columnsOf): Mapping {
  const columns = columnsOf[kind];
  return {
    kind,
    confidence: 1,
    layout: {
      encoding: "utf-8",
      format: "text",
      packing: "none",
      sheet: "",
      otherSheets: [],
      delimiter: ",",
      lineEnd: "\n",
      rowsAbove: 0,
      hasHeader: true,
      headers: columns.map(([header]) => header),
    },
    columns: columns.map(mapColumn),
    eventKind: "",
    program: "",
    numbersRows: false,
    says: "",
    orders: plainOrders,
    answers: [],
  };
}

function mapColumn([name, role, type]: Column): ColumnMapping {
  return {
    header: name,
    role,
    name,
    campaign: role === "response" ? name : "",
    type,
    measure: "",
    decimal: ".",
    dates: "ymd",
    datesProven: true,
    personal: personalAttributes.some((personal) => personal === name),
    confidence: 1,
    why: "exact",
    samples: [],
  };
}

/** The report of made-up rows: all of them were stored, and there is nothing to find. */
export function sampleReport(rows: number, newCustomers: number, updatedCustomers: number): QualityReport {
  return { rows, stored: rows, rejected: 0, rejectsKept: 0, newCustomers, updatedCustomers, findings: [] };
}
