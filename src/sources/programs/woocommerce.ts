import type { Program } from "./program.ts";

/** The order's cells stand on every line, its total too. */
const exportPlugin: Program = {
  id: "woocommerce-orders",
  title: "WooCommerce orders",
  kind: "orders",
  documented: "wordpress.org/plugins/woo-order-export-lite, its default columns",
  headers: ["Order Number", "Order Status", "Order Date", "Email (Billing)", "Item Name"],
  columns: {
    order: ["Order Number"],
    customer: ["Email (Billing)"],
    phone: ["Phone (Billing)"],
    at: ["Order Date"],
    status: ["Order Status"],
    total: ["Order Total Amount"],
    refunded: ["Order Refund Amount"],
    currency: ["Currency", "Order Currency"],
    product: ["SKU", "Item Name"],
    quantity: ["Quantity", "Quantity (- Refund)"],
    price: ["Item Cost"],
  },
};

/** The shop's own "Analytics → Orders": one line per order, without the line's products as rows. */
const analytics: Program = {
  id: "woocommerce-analytics-orders",
  title: "WooCommerce Analytics orders",
  kind: "orders",
  documented:
    "github.com/woocommerce/woocommerce, Admin/API/Reports/Orders/Controller.php, get_export_columns",
  headers: ["Date", "Order #", "Status", "Customer", "Net Sales"],
  columns: {
    order: ["Order #"],
    customer: ["Customer"],
    at: ["Date"],
    status: ["Status"],
    amount: ["Net Sales"],
  },
};

const customers: Program = {
  id: "woocommerce-customers",
  title: "WooCommerce customers",
  kind: "customers",
  documented:
    "github.com/woocommerce/woocommerce, Admin/API/Reports/Customers/Controller.php, get_export_columns",
  headers: ["Name", "Username", "Last Active", "Email", "Orders", "Total Spend"],
  columns: { customer: ["Email"] },
  attributes: { name: ["Name"] },
};

export const woocommerce = [exportPlugin, analytics, customers];
