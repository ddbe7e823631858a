import { describe, expect, it } from "vitest";
import { editDistance } from "../../../src/lib/edit-distance.ts";
import { matchHeader, snakeCase } from "../../../src/sources/file/headers.ts";

describe("a header as a name", () => {
  it.each([
    ["MntMeatProducts", "mnt_meat_products"],
    ["Dt_Customer", "dt_customer"],
    ["AcceptedCmp3", "accepted_cmp3"],
    ["CustomerID", "customer_id"],
    ["Annual Income (k$)", "annual_income"],
    ["Spending Score (1-100)", "spending_score"],
    ["Código do cliente", "codigo_do_cliente"],
    ["Nº pedido", "n_pedido"],
    ["  e-mail ", "e_mail"],
    ["Año", "ano"],
    ["%", ""],
  ])("%s becomes %s", (header, name) => {
    expect(snakeCase(header)).toBe(name);
  });
});

describe("typing errors", () => {
  it.each([
    ["mtn_sweet", "mnt_sweet", 1], // two neighbors swapped
    ["conplain", "complain", 1],
    ["custmer", "customer", 1],
    ["quantityy", "quantity", 1],
    ["kitten", "sitting", 3], // the textbook's example
    ["", "abc", 3],
  ])("from %s to %s are %d", (left, right, errors) => {
    expect(editDistance(left, right)).toBe(errors);
  });

  const words = new Map([
    ["accepted_cmp3", "third"],
    ["accepted_cmp4", "fourth"],
    ["invoice_no", "order"],
    ["price", "price"],
    ["age", "age"],
  ]);

  it("are forgiven, but never in the digits", () => {
    expect(matchHeader("accepted_cpm3", words)).toEqual({
      meaning: "third",
      why: "spelling",
      confidence: 0.8,
    });
    expect(matchHeader("accepted_cmp5", words)).toBeUndefined();
  });

  it("are not forgiven in words so short that another word is as near", () => {
    expect(matchHeader("ace", words)).toBeUndefined();
  });

  it("do not matter where the word stands whole in a longer header", () => {
    expect(matchHeader("net price eur", words)).toEqual({ meaning: "price", why: "part", confidence: 0.5 });
  });
});
