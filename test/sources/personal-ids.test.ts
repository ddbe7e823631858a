import { describe, expect, it } from "vitest";
import { arePersonalIds } from "../../src/sources/cells/personal-ids.ts";

// Check digits by hand: 12345678 mod 23 = 14 → Z; 12.345.678-5 by module 11; 111.444.777-35 by both sums.
const dnis = ["12345678Z", "87654321X", "11111111H", "22222222J", "33333333P"];
const ruts = ["12345678-5", "11111111-1", "22222222-2", "7654321-6", "9876543-3"];
const cpfs = ["111.444.777-35", "52998224725", "12345678909", "93541134780", "39053344705"];

describe("the numbers of a shop's customers", () => {
  it.each([
    ["DNI", dnis],
    ["RUT", ruts],
    ["CPF", cpfs],
  ])("are personal where nearly all are a %s by their check digits", (_, keys) => {
    expect(arePersonalIds("customer_id", keys)).toBe(true);
  });

  it.each(["cpf", "dni", "cliente_rut", "phone", "email"])("are personal under the header %s", (header) => {
    expect(arePersonalIds(header, ["1", "2", "3", "4", "5", "6"])).toBe(true);
  });

  it("are personal where they have the form of addresses or of names", () => {
    expect(arePersonalIds("customer", ["a@b.es", "c@d.es", "e@f.es", "g@h.es", "i@j.es"])).toBe(true);
    expect(
      arePersonalIds("customer", ["Ana Ruiz", "Luis Gil", "Eva M. Sanz", "José Pérez", "Inês Dias"]),
    ).toBe(true);
  });

  it("are the shop's own otherwise, however long", () => {
    const long = Array.from({ length: 40 }, (_, i) => String(600_000_000 + 7 * i));
    expect(arePersonalIds("customer_id", long)).toBe(false);
    expect(arePersonalIds("customer_id", ["gid-1", "gid-2", "gid-3", "gid-4", "gid-5"])).toBe(false);
  });

  it("are not personal for one that has its check digit by luck", () => {
    expect(arePersonalIds("customer_id", [...ruts.slice(0, 3), "4000001", "4000002", "4000003"])).toBe(false);
  });
});
