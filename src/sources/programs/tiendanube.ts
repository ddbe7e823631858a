import type { Program } from "./program.ts";

/** One line per product; what belongs to the order stands on its first line only. The total is what was paid. */
const orders: Program = {
  id: "tiendanube-orders",
  title: "Tiendanube orders",
  kind: "orders",
  documented: "the export of Ventas, its columns as public tools that read it name them (September 2026)",
  headers: ["Número de orden", "Email", "Estado del pago", "Total", "Nombre del producto"],
  columns: {
    order: ["Número de orden"],
    customer: ["Email"],
    phone: ["Teléfono"],
    at: ["Fecha"],
    status: ["Estado del pago"],
    cancelledOn: ["Fecha y hora de cancelación", "Fecha de cancelación"],
    total: ["Total"],
    currency: ["Moneda"],
    product: ["Nombre del producto", "SKU"],
    quantity: ["Cantidad del producto"],
    price: ["Precio del producto"],
    channel: ["Canal"],
  },
  statuses: {
    recibido: "purchase",
    pagado: "purchase",
    "pagado parcialmente": "purchase",
    autorizado: "none",
  },
  carriesDown: true,
};

export const tiendanube = [orders];
