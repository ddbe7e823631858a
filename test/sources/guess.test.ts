import { describe, expect, it } from "vitest";
import { fileOf, look, understood } from "./files.ts";

describe("what the columns of an order file are", () => {
  it.each([
    [
      "English",
      "Order ID,Order Date,Customer ID,SKU,Qty,Unit Price\n1,2024-03-31,c1,a,2,9.90\n2,2024-04-01,c1,b,1,5.00\n",
    ],
    [
      "Spanish",
      "Nº pedido;Fecha;Código cliente;Artículo;Cantidad;Precio unitario\n1;31/03/2024;c1;a;2;9,90\n2;01/04/2024;c1;b;1;5,00\n",
    ],
    [
      "Portuguese",
      "Número do pedido;Data da compra;Código do cliente;Produto;Qtde;Preço unitário\n1;31/03/2024;c1;a;2;9,90\n2;01/04/2024;c1;b;1;5,00\n",
    ],
    [
      "mistyped",
      "Ordr ID,Order Dte,Custmer ID,SKU,Quantty,Unit Prise\n1,2024-03-31,c1,a,2,9.90\n2,2024-04-01,c1,b,1,5.00\n",
    ],
  ])("is told from %s headers", async (_, content) => {
    const roles = Object.values(await understood(content, "data.csv"));
    expect(roles).toEqual(["order", "at", "customer", "product", "quantity", "price"]);
  });

  it("leaves what it does not need unread, and says so", async () => {
    const { findings } = await look(
      fileOf("order_id,date,customer_id,total,weather\n1,2024-03-31,a,5.00,sun\n2,2024-03-31,a,5.00,rain\n"),
    );
    expect(findings).toContainEqual({
      code: "ignored_column",
      count: 1,
      disposition: "left_out",
      column: "weather",
    });
  });
});

describe("what the columns of a customers' file are", () => {
  it("tells the key from the number of the line", async () => {
    expect(await understood("id,customer_id,city\n1,a,Lima\n2,b,Quito\n")).toMatchObject({
      customer_id: "customer",
    });
  });

  it("is the e-mail address where nothing else names the customer", async () => {
    const { mapping } = await look(
      fileOf("Nombre,Correo,Edad\nAna,ana@example.com,30\nLuis,luis@example.com,40\n"),
    );
    expect(mapping.columns.map(({ role, name, personal }) => [role, name, personal])).toEqual([
      ["attribute", "name", true],
      ["customer", "email", true],
      ["attribute", "age", false],
    ]);
  });

  it("marks personal columns, in all three languages and under any header, and shows no sample of them", async () => {
    const { mapping } = await look(
      fileOf(
        "id_cliente;Teléfono;contacto;Sobrenome;cidade\n1;+34 600 100 200;a@example.com;Silva;Porto\n2;+34 600 100 201;b@example.com;Costa;Faro\n",
      ),
    );
    expect(mapping.columns.map(({ personal }) => personal)).toEqual([false, true, true, true, false]);
    expect(mapping.columns.filter(({ personal }) => personal).flatMap(({ samples }) => samples)).toEqual([]);
  });

  it("knows consent, refusal, suppression and the answer to a campaign", async () => {
    expect(
      await understood(
        "customer_id,Newsletter,opt_out,do not contact,Respondeu\n1,Sí,no,0,1\n2,No,yes,1,0\n3,Não,no,0,0\n",
      ),
    ).toMatchObject({
      Newsletter: "consent",
      opt_out: "optOut",
      "do not contact": "suppressed",
      Respondeu: "response",
    });
  });

  it("knows numbers, dates, flags and texts, and keeps numbers that are names of groups apart", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, n) => `${n},"${n},5",${(n % 28) + 1}.3.2024,${n % 2 ? "Yes" : "No"},${n % 3},zona ${n % 3}`,
    );
    expect(
      await understood(`customer_id,spent,first visit date,likes wine,Tipo,area\n${rows.join("\n")}\n`),
    ).toMatchObject({
      spent: "spent number",
      "first visit date": "first_visit_date date",
      "likes wine": "likes_wine flag",
      Tipo: "tipo text",
      area: "area text",
    });
  });

  it("reads Excel's day numbers where the header says date, and says so", async () => {
    const { mapping, findings } = await look(
      fileOf("customer_id,fecha_alta,points\n1,41156,41156\n2,41706,41706\n"),
    );
    expect(mapping.columns.map(({ type, dates }) => [type, dates])).toEqual([
      ["number", "ymd"],
      ["date", "serial"],
      ["number", "serial"],
    ]);
    expect(findings).toContainEqual({
      code: "excel_dates",
      count: 1,
      disposition: "kept",
      column: "fecha_alta",
    });
  });
});

describe("the order of dates", () => {
  const file = (...dates: string[]) =>
    fileOf(`customer_id,joined on\n${dates.map((date, n) => `${n},${date}`).join("\n")}\n`);

  it("comes from the whole column, not from its first rows", async () => {
    const many = Array.from({ length: 60_000 }, () => "04/09/2012");
    const { mapping } = await look(file(...many, "09/13/2012"));
    expect(mapping.columns[1]).toMatchObject({ dates: "mdy", datesProven: true });
  });

  it("is assumed to be day first when nothing proves it, and the person is told", async () => {
    const { mapping, findings } = await look(file("04/09/2012", "01/02/2013"));
    expect(mapping.columns[1]).toMatchObject({ dates: "dmy", datesProven: false });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "assumed_date_order", column: "joined on" }),
    );
  });
});

describe("the kind of a file", () => {
  it.each([
    ["customers", "people.csv", "customer_id,age,city\n1,30,Lima\n2,40,Quito\n"],
    ["customers", "x.csv", "customer_id,last purchase date,total\n1,2024-01-01,30\n2,2024-01-02,40\n"],
    ["orders", "x.csv", "customer,date,amount\n1,2024-01-01,30\n1,2024-01-02,40\n2,2024-01-02,40\n"],
    ["orders", "ventas.csv", "cliente;fecha;importe\n1;2024-01-01;30\n2;2024-01-02;40\n"],
    ["events", "visits.csv", "customer_id,visited_at\n1,2024-01-01 10:00\n2,2024-01-01 11:00\n"],
    [
      "events",
      "x.csv",
      "customer_id,time,event,duration\n1,2024-01-01 10:00,wifi,30\n1,2024-01-01 11:00,app,2\n",
    ],
    ["suppressions", "x.csv", "a@example.com\nb@example.com\n"],
    ["suppressions", "x.csv", "email\na@example.com\n"],
    ["suppressions", "bajas.csv", "id_cliente;fecha;motivo\n1;2024-01-01;spam\n"],
  ])("is %s for %s with %s", async (kind, name, content) => {
    expect((await look(fileOf(content, name))).mapping.kind).toBe(kind);
  });
});

describe("a mapping file", () => {
  const data = "Kunde;Wann;Betrag;Laden\n1;01.02.2024;1.234;Nord\n1;02.03.2024;2.500;Nord\n";
  const map = (content: unknown) => fileOf(JSON.stringify(content), "map.json");

  it("says what cannot be guessed, and wins over what was", async () => {
    const { mapping } = await look(
      fileOf(data),
      map({
        kind: "orders",
        decimal: ".",
        dates: "mdy",
        columns: {
          Kunde: "customer",
          Wann: "at",
          Betrag: { role: "amount", decimal: "," },
          Laden: "channel",
        },
      }),
    );
    expect(mapping.kind).toBe("orders");
    expect(mapping.columns.map(({ role }) => role)).toEqual(["customer", "at", "amount", "channel"]);
    expect(mapping.columns[1]).toMatchObject({ dates: "mdy", confidence: 1, why: "person" });
    expect(mapping.columns[2]).toMatchObject({ decimal: "," });
  });

  it("is refused with the possible words when it says something else", async () => {
    await expect(look(fileOf(data), map({ kind: "bills" }))).rejects.toThrow(/"bills".*customers, orders/);
    await expect(look(fileOf(data), map({ columns: { Kunde: "buyer" } }))).rejects.toThrow(
      /"buyer".*customer/,
    );
    await expect(look(fileOf(data), map({ columns: { Kundin: "customer" } }))).rejects.toThrow(
      /"Kundin".*Kunde, Wann/,
    );
    await expect(look(fileOf(data), fileOf("{", "map.json"))).rejects.toThrow("not valid JSON");
    await expect(look(fileOf(data), "/nowhere/map.json")).rejects.toThrow("no mapping file map.json");
  });
});
