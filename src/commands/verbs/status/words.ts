import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: { usage: "status", summary: "How fresh the data are, and what is running", examples: ["status"] },
  es: {
    usage: "estado",
    summary: "Cómo de recientes son los datos y qué está en marcha",
    examples: ["estado"],
  },
  pt: {
    usage: "situação",
    summary: "Quão recentes são os dados e o que está rodando",
    examples: ["situação"],
  },
};

export const says = words({
  en: {
    headline: (customers: string, segments: string, day: string) =>
      `${customers} customers in ${segments} segments, data as of ${day}.`,
    empty: "Your base is empty. Load the sample shop to look around, or import a file of your own.",
    unsegmented: (files: string) => `Files in your base: ${files}. There are no segments yet.`,
    data: "Data as of",
    people: "People",
    reach: (people: string, contactable: string, saidNo: string) =>
      `${people}; ${contactable} may be contacted, ${saidNo} said no`,
    sales: "Sales",
    net: (net: string, gross: string, returned: string) => `${net} (${gross} less ${returned} given back)`,
    inOrders: (sales: string, orders: string) => `${sales} in ${orders} orders`,
    segmentation: "Segmentation",
    version: (version: string, k: string) => `version ${version}, ${k} segments`,
    basis: "Rests on",
    files: "Latest file",
    latestFile: (name: string, day: string) => `${name}, ${day}`,
    running: "Running now",
    noJobs: "nothing",
    list: "List the segments",
    check: "Check the data",
    jobs: "Show what is running",
    sample: "Load the sample shop",
    import: "How to import a file",
  },
  es: {
    headline: (customers, segments, day) =>
      `${customers} clientes en ${segments} segmentos, con datos a ${day}.`,
    empty: "Tu base está vacía. Carga la tienda de ejemplo para echar un vistazo, o importa un archivo tuyo.",
    unsegmented: (files) => `Archivos en tu base: ${files}. Todavía no hay segmentos.`,
    data: "Datos a",
    people: "Personas",
    reach: (people, contactable, saidNo) =>
      `${people}; se puede contactar a ${contactable}, ${saidNo} dijeron que no`,
    sales: "Ventas",
    net: (net, gross, returned) => `${net} (${gross} menos ${returned} devueltos)`,
    inOrders: (sales, orders) => `${sales} en ${orders} pedidos`,
    segmentation: "Segmentación",
    version: (version, k) => `versión ${version}, ${k} segmentos`,
    basis: "Se basa en",
    files: "Último archivo",
    latestFile: (name, day) => `${name}, ${day}`,
    running: "En marcha",
    noJobs: "nada",
    list: "Ver los segmentos",
    check: "Revisar los datos",
    jobs: "Ver lo que está en marcha",
    sample: "Cargar la tienda de ejemplo",
    import: "Cómo importar un archivo",
  },
  pt: {
    headline: (customers, segments, day) =>
      `${customers} clientes em ${segments} segmentos, com dados de ${day}.`,
    empty: "Sua base está vazia. Carregue a loja de exemplo para dar uma olhada, ou importe um arquivo seu.",
    unsegmented: (files) => `Arquivos na sua base: ${files}. Ainda não há segmentos.`,
    data: "Dados de",
    people: "Pessoas",
    reach: (people, contactable, saidNo) =>
      `${people}; ${contactable} podem ser contatadas, ${saidNo} disseram não`,
    sales: "Vendas",
    net: (net, gross, returned) => `${net} (${gross} menos ${returned} devolvidos)`,
    inOrders: (sales, orders) => `${sales} em ${orders} pedidos`,
    segmentation: "Segmentação",
    version: (version, k) => `versão ${version}, ${k} segmentos`,
    basis: "Baseia-se em",
    files: "Último arquivo",
    latestFile: (name, day) => `${name}, ${day}`,
    running: "Rodando agora",
    noJobs: "nada",
    list: "Ver os segmentos",
    check: "Verificar os dados",
    jobs: "Ver o que está rodando",
    sample: "Carregar a loja de exemplo",
    import: "Como importar um arquivo",
  },
});
