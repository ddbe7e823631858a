import { describe, expect, it } from "vitest";
import { fileOf, look } from "./files.ts";
import { readSummary } from "./read-summary.ts";

const held = (content: string, name = "data.csv") => readSummary(fileOf(content, name));
const asked = async (content: string, name = "data.csv") => {
  const { questions } = await look(fileOf(content, name));
  return questions.map(({ id, choices }) => [id, ...choices.map(({ option }) => option)]);
};

describe("an order's status", () => {
  it("decides what is a purchase, in Spanish", async () => {
    const file = [
      "pedido;cliente;fecha;importe;estado",
      "1;a;31/03/2025;10,00;Completado",
      "2;b;31/03/2025;20,00;Anulado",
      "3;b;31/03/2025;40,00;Pendiente de pago",
      "4;c;31/03/2025;80,00;Reembolsado",
    ];
    expect(await held(file.join("\n"))).toMatchObject({
      people: 3,
      orders: 2,
      grossCents: 9_000,
      returnedCents: 8_000,
    });
  });

  it("decides what is a purchase, in Portuguese", async () => {
    const file = [
      "numero_do_pedido,cliente,data,valor,situacao",
      "1,a,2025-03-31,10.00,Faturado",
      "2,b,2025-03-31,20.00,Cancelado",
      "3,b,2025-03-31,40.00,Aguardando pagamento",
      "4,c,2025-03-31,80.00,Estornado",
    ];
    expect(await held(file.join("\n"))).toMatchObject({
      people: 3,
      orders: 2,
      grossCents: 9_000,
      returnedCents: 8_000,
    });
  });

  it("that cancels what was paid back leaves a purchase and its return", async () => {
    const file =
      "order_id,customer_id,date,total,status,refunded_amount\n1,a,2025-03-31,50.00,cancelled,50.00\n2,b,2025-03-31,30.00,cancelled,0.00\n";
    expect(await held(file)).toMatchObject({ orders: 1, grossCents: 5_000, returnedCents: 5_000 });
  });

  it("that nobody knows is asked about where money hangs on it, and only told where it does not", async () => {
    const rows = (odd: number) => [
      "order_id,customer_id,date,total,status",
      ...Array.from(
        { length: 200 },
        (_, n) => `${n},c${n % 50},2025-03-31,10.00,${n < odd ? "wrapped" : "paid"}`,
      ),
    ];
    expect(await asked(rows(20).join("\n"))).toEqual([
      ["status", "status.wrapped=purchase", "status.wrapped=none"],
    ]);
    expect(await asked(rows(1).join("\n"))).toEqual([]);
  });
});

describe("an order's total", () => {
  const lines = [
    "order_id,email,order_date,product,quantity,unit_price,order_total",
    "1,ana@example.org,2025-03-31,Tea,2,10.00,35.00",
    "1,ana@example.org,2025-03-31,Pot,1,10.00,35.00",
    "2,bia@example.org,2025-04-01,Tea,1,10.00,8.00",
  ];

  it("counts once, however often it is repeated, and shipping is part of it", async () => {
    expect(await held(lines.join("\n"))).toMatchObject({ people: 2, orders: 2, lines: 3, grossCents: 4_300 });
  });

  it("may stand on the first line only, with everything else of the order", async () => {
    const file = [
      "pedido;correo;fecha;articulo;cantidad;precio;total_pedido",
      "1;ana@example.org;31/03/2025;Te;2;10,00;35,00",
      "1;;;Tetera;1;10,00;",
      "2;bia@example.org;01/04/2025;Te;1;10,00;8,00",
    ];
    expect(await held(file.join("\n"))).toMatchObject({ people: 2, orders: 2, lines: 3, grossCents: 4_300 });
  });

  it("is the line's where it differs from line to line", async () => {
    const file =
      "order_id,customer,date,product,total\n1,a,2025-03-31,Tea,20.00\n1,a,2025-03-31,Pot,10.00\n2,b,2025-04-01,Tea,20.00\n";
    expect(await held(file)).toMatchObject({ orders: 2, grossCents: 5_000 });
  });

  it("is asked for where an amount is the same on all lines of every order", async () => {
    const file = [1, 2, 3, 4].flatMap((n) =>
      ["Tea", "Pot"].map((product) => `${n},c${n},2025-03-31,${product},${n}5.00`),
    );
    expect(await asked(`order_id,customer,date,product,amount\n${file.join("\n")}\n`)).toEqual([
      ["total", "total=amount", "amount=amount"],
    ]);
  });

  it("has shipping and taxes on top where nothing else says it", async () => {
    const file =
      "order_id,customer,date,quantity,price,shipping,tax,discount\n1,a,2025-03-31,2,10.00,5.00,1.00,2.00\n2,b,2025-03-31,1,10.00,0.00,0.00,0.00\n";
    expect(await held(file)).toMatchObject({ orders: 2, grossCents: 3_400 });
  });
});

describe("who bought", () => {
  it("is the contact of a deal, not who sold it, and not the number of the line", async () => {
    const file =
      "id,deal,stage,amount,close date,sales_rep,contact email\n1,x,won,10,2025-03-31,r1@shop.example,a@example.org\n2,y,lost,20,2025-04-01,r1@shop.example,b@example.org\n3,z,won,40,2025-04-02,r2@shop.example,a@example.org\n";
    expect(await held(file, "deals.csv")).toMatchObject({
      kind: "orders",
      people: 2,
      orders: 2,
      grossCents: 5_000,
    });
  });

  it("is never a tier, a level or a type", async () => {
    const file =
      "pedido,nivel_cliente,correo,fecha,importe\n1,oro,a@example.org,2025-03-31,10.00\n2,oro,b@example.org,2025-03-31,20.00\n";
    expect(await held(file)).toMatchObject({ people: 2 });
  });

  it("is asked for where two columns could name them, with how many each would make", async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `${n},u${n % 5},m${n % 10},2025-03-31,10.00`);
    expect(await asked(`order_id,user_id,member_id,date,amount\n${rows.join("\n")}\n`)).toEqual([
      ["customer", "customer=user_id", "customer=member_id"],
    ]);
  });

  it("is a guest's address where the shop has no number for them", async () => {
    const file =
      "order_id,customer_id,customer_email,date,amount\n1,7,ana@example.org,2025-03-31,10.00\n2,,guest@example.org,2025-03-31,20.00\n";
    expect(await held(file)).toMatchObject({ people: 2, orders: 2 });
  });
});

describe("what has no answer in the file", () => {
  it("is asked: on which day, where no column says when", async () => {
    const file = "cliente,pedido,importe\nc1,1,10.00\nc1,2,20.00\nc2,3,30.00\n";
    expect(await asked(file, "pedidos.csv")).toEqual([["at", "at=2026-06-01"]]);
  });

  it("is asked: which number is the day, where both can be", async () => {
    const file = "order_id,customer,date,amount\n1,a,04/09/2024,10.00\n2,a,05/10/2024,20.00\n";
    expect(await asked(file)).toEqual([["dates", "dates=dmy", "dates=mdy"]]);
  });

  it("is not asked where one of the two readings lies in the future", async () => {
    const file = "order_id,customer,date,amount\n1,a,04/09/2026,10.00\n2,a,05/10/2026,20.00\n";
    expect(await asked(file)).toEqual([]);
    expect(await held(file)).toMatchObject({ from: "2026-04-09", to: "2026-05-10" });
  });

  it("is asked: whether bare addresses are people to leave alone", async () => {
    expect(await asked("email\na@example.com\nb@example.com\n", "list.csv")).toEqual([
      ["kind", "kind=suppressions", "kind=customers"],
    ]);
  });
});

describe("money in a file of customers", () => {
  it("is the sum of its parts where no column says all of it", async () => {
    const file = "customer_id,mnt_wine,mnt_fish,fish_frequency\n1,10.50,20.00,0.4\n2,5.00,1.00,0.9\n";
    expect(await held(file)).toMatchObject({ grossCents: 3_650 });
  });

  it("is read in the unit of its header", async () => {
    expect(await held("customer_id,Total spent (k$)\n1,1.5\n2,0.25\n")).toMatchObject({
      grossCents: 175_000,
    });
  });

  it("is no number of purchases", async () => {
    expect(await held("customer_id,purchases,age\n1,3,40\n2,7,50\n")).toMatchObject({ grossCents: 0 });
  });
});
