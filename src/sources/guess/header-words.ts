import type { FileKind, Role } from "./mapping.ts";

/**
 * What people call the columns of their files in English, Spanish and Portuguese, in snake case. A typing error and
 * the absence of underscores are forgiven by `matchHeader`, so only different words stand here.
 */
function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

const customer = words(`
  customer_id customer cust_id customer_no customer_number customer_code customer_key client_id client client_no
  client_number client_code user_id member_id member_no member_number member card_id account_id loyalty_id shopper_id
  contact_id person_id visitor_id
  id_cliente cliente cliente_id codigo_cliente cod_cliente numero_cliente num_cliente no_cliente n_cliente clave_cliente
  id_socio socio numero_socio id_usuario usuario
  id_do_cliente codigo_do_cliente cod_do_cliente numero_do_cliente cliente_codigo id_membro matricula id`);

const order = words(`
  invoice_no invoice invoice_number invoice_id order_id order order_no order_number order_key order_name transaction_id
  transaction_no receipt receipt_no receipt_id ticket ticket_no ticket_id basket_id
  factura numero_factura num_factura no_factura n_factura id_factura pedido id_pedido numero_pedido num_pedido n_pedido
  no_pedido codigo_pedido orden id_orden numero_orden id_transaccion transaccion recibo id_compra id_venta
  fatura numero_fatura nota_fiscal nf numero_nf numero_do_pedido codigo_do_pedido id_do_pedido id_transacao transacao
  id_da_venda cupom numero_cupom`);

const at = words(`
  date datetime date_time timestamp time at when day invoice_date order_date purchase_date transaction_date sale_date
  sales_date created_at paid_at ordered_at event_date event_time visited_at visit_date visit_time occurred_at happened_at
  fecha fecha_hora fecha_factura fecha_pedido fecha_compra fecha_venta fecha_orden fecha_evento fecha_visita
  fecha_transaccion momento dia
  data data_hora data_fatura data_pedido data_do_pedido data_compra data_da_compra data_venda data_da_venda
  data_transacao data_evento data_do_evento data_visita data_da_visita`);

const product = words(`
  stock_code sku product product_id product_code item item_id item_code article article_no article_id lineitem_sku ean
  upc barcode material
  producto id_producto codigo_producto cod_producto articulo codigo_articulo referencia
  produto id_produto codigo_produto codigo_do_produto cod_produto artigo codigo_item`);

const quantity = words(`
  quantity qty units pieces number_of_items lineitem_quantity quantity_ordered
  cantidad cant unidades num_unidades piezas quantidade qtd qtde qde pecas`);

const price = words(`
  unit_price price item_price price_each price_per_unit lineitem_price unit_cost
  precio precio_unitario precio_unidad pvp valor_unitario preco preco_unitario preco_unidade`);

const amount = words(`
  amount line_total revenue sales net_amount gross_amount total_price sales_amount line_amount item_total
  subtotal payment paid spend spent turnover net_sales
  importe monto ventas facturacion gasto total_linea importe_linea
  valor receita faturamento valor_pago valor_venda gasto_total`);

/** What a whole order is worth; on a file's only line of an order it is the line's as well. */
const total = words(`
  total order_total order_total_amount total_amount order_amount order_value invoice_amount invoice_total grand_total
  total_paid total_order amount_paid order_grand_total total_incl_tax total_with_tax
  total_pedido total_factura total_orden importe_total monto_total importe_pedido monto_pedido total_compra total_pagado
  total_do_pedido valor_total valor_pedido valor_do_pedido total_da_compra valor_da_compra total_pago total_da_fatura`);

const refunded = words(`
  refunded refund amount_refunded refunded_amount refund_amount total_refunded refund_total order_refund_amount
  refunds returned_amount chargeback_amount
  reembolsado reembolso importe_reembolsado monto_reembolsado total_reembolsado devuelto importe_devuelto
  valor_reembolsado valor_estornado estornado estorno valor_devolvido`);

const status = words(`
  status order_status payment_status financial_status state_of_order order_state deal_stage stage transaction_status
  invoice_status
  estado estado_pedido estado_del_pedido estado_pago estado_del_pago estado_orden etapa situacion
  status_do_pedido status_pedido situacao situacao_do_pedido status_pagamento status_do_pagamento estado_do_pedido`);

const cancelledOn = words(`
  cancelled_at canceled_at cancelled_on canceled_on cancellation_date cancelled_date voided_at
  fecha_cancelacion fecha_de_cancelacion fecha_anulacion cancelado_el
  data_cancelamento data_de_cancelamento data_do_cancelamento cancelado_em`);

const shipping = words(`
  shipping shipping_amount shipping_cost shipping_total order_shipping_amount postage freight delivery_fee shipping_fee
  envio gastos_envio gastos_de_envio coste_envio costo_envio costo_de_envio portes
  frete valor_frete valor_do_frete custo_envio taxa_de_entrega`);

const tax = words(`
  tax taxes tax_amount tax_total total_tax vat vat_amount sales_tax order_tax
  impuesto impuestos iva importe_iva total_impuestos imposto impostos icms valor_imposto`);

const discount = words(`
  discount discount_amount discount_total discounts order_discount cart_discount_amount coupon_amount
  descuento descuentos importe_descuento monto_descuento total_descuento desconto descontos valor_desconto`);

const currency = words(`
  currency currency_code order_currency presentment_currency iso_currency
  moneda divisa codigo_moneda moneda_pedido moeda codigo_moeda`);

const phone = words(`
  phone phone_number telephone mobile mobile_phone cell_phone whatsapp billing_phone customer_phone
  telefono movil celular telefono_movil telefone numero_de_telefone telefone_celular`);

const channel = words(`
  channel sales_channel store shop store_id shop_id branch outlet source device
  canal canal_venta canal_de_venta tienda sucursal canal_de_venda loja filial id_tienda id_loja`);

const kind = words(`
  kind event event_type event_kind type action activity event_name
  tipo evento tipo_evento tipo_de_evento accion actividad acao atividade`);

const value = words(`
  value duration minutes seconds count score amount weight
  valor duracion minutos cantidad veces duracao quantidade vezes`);

const consent = words(`
  consent opt_in optin marketing_consent marketing_opt_in accepts_marketing newsletter email_opt_in subscribed
  email_consent may_contact gdpr_consent permission marketing_permission
  consentimiento acepta_publicidad acepta_marketing acepta_comunicaciones suscrito acepta_email boletin autoriza
  consentimento aceita_marketing aceita_email aceita_comunicacoes inscrito aceite autorizacao lgpd`);

const optOut = words(`
  opt_out optout unsubscribed unsubscribe no_marketing email_opt_out marketing_opt_out
  baja dado_de_baja no_acepta_publicidad descadastrado descadastro`);

const consentOn = words(`
  consent_date consent_on consent_at opt_in_date optin_date optin_time opt_out_date optout_date unsub_time
  unsubscribed_at unsubscribe_date unsubscribed_on clean_time bounced_at consent_timestamp
  fecha_consentimiento fecha_baja fecha_de_baja fecha_alta_boletin
  data_consentimento data_descadastro data_do_descadastro data_de_descadastro`);

const suppressed = words(`
  suppressed suppression do_not_contact dnc blocked blacklisted blacklist do_not_email
  suprimido bloqueado no_contactar lista_negra lista_robinson nao_contatar nao_perturbe`);

const response = words(`
  response responded answered campaign_response target_response converted
  respuesta respondio resposta respondeu converteu`);

/** What is never needed: the code names the product already. */
const ignored = words(`
  description product_name item_name product_description item_description lineitem_name
  descripcion nombre_producto descripcion_producto descricao nome_produto nome_do_produto descricao_produto`);

type RoleWords = readonly (readonly [Role, readonly string[]])[];

const contact: RoleWords = [
  ["consent", consent],
  ["optOut", optOut],
  ["suppressed", suppressed],
  ["consentOn", consentOn],
];

/** Which roles the columns of each kind of file can have, with their words. */
const rolesOfKind: Readonly<Record<FileKind, RoleWords>> = {
  customers: [["customer", customer], ["response", response], ...contact],
  orders: [
    ["customer", customer],
    ["order", order],
    ["at", at],
    ["product", product],
    ["quantity", quantity],
    ["price", price],
    ["total", total],
    ["amount", amount],
    ["refunded", refunded],
    ["status", status],
    ["cancelledOn", cancelledOn],
    ["shipping", shipping],
    ["tax", tax],
    ["discount", discount],
    ["currency", currency],
    ["channel", channel],
    ["phone", phone],
    ["ignored", ignored],
    ...contact,
  ],
  events: [
    ["customer", customer],
    ["at", at],
    ["kind", kind],
    ["value", value],
  ],
  suppressions: [
    ["customer", customer],
    ["consentOn", consentOn],
  ],
};

/**
 * The words of a kind of file: word → role. Where one word has two meanings (`valor`), the first role wins.
 *
 * @example
 * roleWords("orders").get("qtde"); // => "quantity"
 */
export function roleWords(kind: FileKind): ReadonlyMap<string, Role> {
  const found = new Map<string, Role>();
  for (const [role, list] of rolesOfKind[kind]) {
    for (const word of list) if (!found.has(word)) found.set(word, role);
  }
  return found;
}
