import type { Program } from "./program.ts";

/** The published order file of an English gift shop; others keep their columns and codes. */
const retail: Program = {
  id: "online-retail",
  title: "Online Retail",
  kind: "orders",
  documented: "archive.ics.uci.edu/dataset/352/online+retail, its variables table",
  headers: ["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"],
  columns: {
    order: ["InvoiceNo"],
    product: ["StockCode"],
    quantity: ["Quantity"],
    at: ["InvoiceDate"],
    price: ["UnitPrice"],
    customer: ["CustomerID"],
  },
  services: [
    "post",
    "dot",
    "d",
    "m",
    "s",
    "b",
    "c2",
    "c3",
    "bank charges",
    "amazonfee",
    "cruk",
    "pads",
    "adjust",
  ],
  cancelPrefix: "C",
};

export const onlineRetail = [retail];
