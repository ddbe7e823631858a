import { describe, expect, it } from "vitest";
import { readKey, readPhone } from "../../src/sources/cells/keys.ts";

describe("readKey", () => {
  it.each([
    [" PERSON1@example.com", "person1@example.com"],
    ["<person5@example.com>", "person5@example.com"],
    ["Person Seven <Person7@example.com>", "person7@example.com"],
    ["mailto:person9@example.com", "person9@example.com"],
    ["<mailto:person9@example.com>", "person9@example.com"],
  ])("takes the address out of %s", (cell, address) => {
    expect(readKey(cell)).toBe(address);
  });

  it("leaves off the apostrophe that spreadsheets and shops put before numbers, and keeps zeros in front", () => {
    expect(readKey("'00042")).toBe("00042");
    expect(readKey("2.0")).toBe("2");
    expect(readKey(" 00003")).toBe("00003");
  });

  it.each(["", "n/a", "NULL", "-", "?"])("says that %j names nobody", (cell) => {
    expect(readKey(cell)).toBe("");
  });
});

describe("readPhone", () => {
  it("keeps the digits, and a country code where there is one", () => {
    expect(readPhone("+34 600 100-200")).toBe("+34600100200");
    expect(readPhone("0034 600 100 200")).toBe("+34600100200");
    expect(readPhone("'600100200")).toBe("600100200");
  });

  it("is no telephone with fewer than seven digits or more than fifteen", () => {
    expect(readPhone("112")).toBeNull();
    expect(readPhone("1234567890123456")).toBeNull();
  });
});
