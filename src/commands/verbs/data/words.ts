import type { Localized } from "../../../lib/locale.ts";
import type { FileKind } from "../../../sources/guess/mapping.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "data [check | map | rejects [file] | import | relations | sample [next week | truth]]",
    summary: "What is in your base, what was odd in your files, how to bring in more",
    examples: ["data check", "data map f1"],
  },
  es: {
    usage:
      "datos [revisar | mapa | rechazos [archivo] | importar | relaciones | ejemplo [próxima semana | verdad]]",
    summary: "Qué hay en tu base, qué había de raro en tus archivos, cómo traer más",
    examples: ["datos revisar", "datos mapa f1"],
  },
  pt: {
    usage:
      "dados [verificar | mapa | rejeitados [arquivo] | importar | relações | exemplo [próxima semana | verdade]]",
    summary: "O que há na sua base, o que havia de estranho nos arquivos, como trazer mais",
    examples: ["dados verificar", "dados mapa f1"],
  },
};

interface Says {
  notAFile(said: string): string;
  noSuchFile(file: string): string;
  noFiles: string;
  kinds: Readonly<Record<FileKind, string>>;
  headline(file: string, stored: string, rows: string): string;
  overview(files: string): string;
  /** Customers who were placed, but fit nowhere. */
  misfits(customers: string): string;
  rows: string;
  stored: string;
  rejected: string;
  customers: string;
  newAndUpdated(added: string, updated: string): string;
  count: string;
  what: string;
  done: string;
  clean: string;
  moneyLeftOut(amount: string): string;
  forExample(samples: string): string;
  outside(from: string, to: string): string;
  file: string;
  kind: string;
  day: string;
  otherFile(file: string): string;
  list: string;
  howItWasRead: string;
  rejectsFile: string;
  mapHeadline(file: string, kind: string): string;
  column: string;
  readAs: string;
  sure: string;
  samples: string;
  campaign(name: string): string;
  hidden: string;
  mapCaveat: string;
  check: string;
  rejectsHeadline(count: string, file: string): string;
  noRejects(file: string): string;
  rejectColumns: Readonly<Record<"line" | "reason" | "column" | "row", string>>;
  rejectsName: string;
  personal: string;
  importHeadline: string;
  importSteps: readonly string[];
  whichWeek: string;
  sampleStarted: string;
  noSuchUpload: string;
  importStarted(file: string): string;
  confirm: string;
  confirmCaveat: string;
  sample: string;
}

export const says: Localized<Says> = {
  en: {
    notAFile: (said) => `“${said}” is no file: a file is a letter and a number, like f1. “data” lists them.`,
    noSuchFile: (file) => `There is no file ${file} in your base.`,
    noFiles: "No file has been read in yet.",
    kinds: { customers: "customers", orders: "orders", events: "events", suppressions: "suppression list" },
    headline: (file, stored, rows) => `${file}: ${stored} of ${rows} rows are in your base.`,
    overview: (files) => `Files in your base: ${files}.`,
    misfits: (customers) =>
      `Customers who fit no segment well: ${customers}. They are in the nearest one for now; “why <customer>” tells of one.`,
    rows: "Rows in the file",
    stored: "In your base",
    rejected: "Rejected",
    customers: "Customers",
    newAndUpdated: (added, updated) => `${added} new, ${updated} updated`,
    count: "How many",
    what: "What I found",
    done: "What I did with it",
    clean: "I found nothing odd.",
    moneyLeftOut: (amount) => `${amount} in total`,
    forExample: (samples) => `for example ${samples}`,
    outside: (from, to) => `outside ${from} to ${to}`,
    file: "File",
    kind: "Holds",
    day: "Read in",
    otherFile: (file) => `Check ${file}`,
    list: "Show the segments",
    howItWasRead: "How it was read",
    rejectsFile: "Get the rejected rows",
    mapHeadline: (file, kind) => `${file} was read as ${kind}.`,
    column: "Column",
    readAs: "Read as",
    sure: "Sure",
    samples: "For example",
    campaign: (name) => `answer to campaign ${name}`,
    hidden: "(personal)",
    mapCaveat:
      "Is a column wrong? Write a mapping file and import again: segmenta import <file> --map <mapping>.",
    check: "Check the data",
    rejectsHeadline: (count, file) => `${count} rows of ${file} could not be read.`,
    noRejects: (file) => `No row of ${file} was rejected.`,
    rejectColumns: { line: "Line", reason: "Why", column: "Column", row: "Row" },
    rejectsName: "rejects",
    personal: "The rows are as they stood in the file, so they may tell who your customers are.",
    importHeadline: "Bring in customers, orders, visits or a suppression list, as a CSV file.",
    importSteps: [
      "In Slack: send me the file in a direct message. I show how I read its columns, and you confirm.",
      "In a shell: segmenta import orders.csv (with --dry-run I only look at it).",
      "Importing a newer file again updates; nothing is doubled.",
    ],
    whichWeek: "Which week? I can only add the next one.",
    sampleStarted: "I am loading the sample shop.",
    noSuchUpload: "I no longer have that file. Send it to me again.",
    importStarted: (file) => `I am reading ${file}.`,
    confirm: "Right, import it",
    confirmCaveat: "Nothing has been imported yet. Are the columns read as they are meant?",
    sample: "Load the sample shop",
  },
  es: {
    notAFile: (said) =>
      `«${said}» no es un archivo: un archivo es una letra y un número, como f1. Con «datos» los ves todos.`,
    noSuchFile: (file) => `No hay ningún archivo ${file} en tu base.`,
    noFiles: "Todavía no se ha leído ningún archivo.",
    kinds: {
      customers: "clientes",
      orders: "pedidos",
      events: "eventos",
      suppressions: "lista de exclusión",
    },
    headline: (file, stored, rows) => `${file}: ${stored} de ${rows} filas están en tu base.`,
    overview: (files) => `Archivos en tu base: ${files}.`,
    misfits: (customers) =>
      `Clientes que no encajan bien en ningún segmento: ${customers}. De momento están en el más cercano; «porque <cliente>» explica uno.`,
    rows: "Filas del archivo",
    stored: "En tu base",
    rejected: "Rechazadas",
    customers: "Clientes",
    newAndUpdated: (added, updated) => `${added} nuevos, ${updated} actualizados`,
    count: "Cuántos",
    what: "Qué encontré",
    done: "Qué hice con ello",
    clean: "No encontré nada raro.",
    moneyLeftOut: (amount) => `${amount} en total`,
    forExample: (samples) => `por ejemplo ${samples}`,
    outside: (from, to) => `fuera de ${from} a ${to}`,
    file: "Archivo",
    kind: "Contiene",
    day: "Leído",
    otherFile: (file) => `Revisar ${file}`,
    list: "Ver los segmentos",
    howItWasRead: "Cómo se leyó",
    rejectsFile: "Descargar las filas rechazadas",
    mapHeadline: (file, kind) => `${file} se leyó como ${kind}.`,
    column: "Columna",
    readAs: "Leída como",
    sure: "Seguridad",
    samples: "Por ejemplo",
    campaign: (name) => `respuesta a la campaña ${name}`,
    hidden: "(personal)",
    mapCaveat:
      "¿Hay una columna mal? Escribe un archivo de correspondencias y vuelve a importar: segmenta import <archivo> --map <correspondencias>.",
    check: "Revisar los datos",
    rejectsHeadline: (count, file) => `${count} filas de ${file} no se pudieron leer.`,
    noRejects: (file) => `No se rechazó ninguna fila de ${file}.`,
    rejectColumns: { line: "Línea", reason: "Por qué", column: "Columna", row: "Fila" },
    rejectsName: "rechazos",
    personal: "Las filas están tal como venían en el archivo, así que pueden decir quiénes son tus clientes.",
    importHeadline: "Trae clientes, pedidos, visitas o una lista de exclusión, en un archivo CSV.",
    importSteps: [
      "En Slack: envíame el archivo en un mensaje directo. Te muestro cómo leo sus columnas y tú confirmas.",
      "En una terminal: segmenta import pedidos.csv (con --dry-run solo lo miro).",
      "Si importas después un archivo más nuevo, se actualiza; nada se duplica.",
    ],
    whichWeek: "¿Qué semana? Solo puedo añadir la siguiente.",
    sampleStarted: "Estoy cargando la tienda de ejemplo.",
    noSuchUpload: "Ya no tengo ese archivo. Envíamelo de nuevo.",
    importStarted: (file) => `Estoy leyendo ${file}.`,
    confirm: "Correcto, importar",
    confirmCaveat: "Todavía no se ha importado nada. ¿Se leen bien las columnas?",
    sample: "Cargar la tienda de ejemplo",
  },
  pt: {
    notAFile: (said) =>
      `“${said}” não é um arquivo: um arquivo é uma letra e um número, como f1. Com “dados” você vê todos.`,
    noSuchFile: (file) => `Não existe o arquivo ${file} na sua base.`,
    noFiles: "Nenhum arquivo foi lido ainda.",
    kinds: {
      customers: "clientes",
      orders: "pedidos",
      events: "eventos",
      suppressions: "lista de supressão",
    },
    headline: (file, stored, rows) => `${file}: ${stored} de ${rows} linhas estão na sua base.`,
    overview: (files) => `Arquivos na sua base: ${files}.`,
    misfits: (customers) =>
      `Clientes que não combinam bem com nenhum segmento: ${customers}. Por ora estão no mais próximo; “porque <cliente>” explica um.`,
    rows: "Linhas do arquivo",
    stored: "Na sua base",
    rejected: "Rejeitadas",
    customers: "Clientes",
    newAndUpdated: (added, updated) => `${added} novos, ${updated} atualizados`,
    count: "Quantos",
    what: "O que encontrei",
    done: "O que fiz com isso",
    clean: "Não encontrei nada de estranho.",
    moneyLeftOut: (amount) => `${amount} no total`,
    forExample: (samples) => `por exemplo ${samples}`,
    outside: (from, to) => `fora de ${from} a ${to}`,
    file: "Arquivo",
    kind: "Contém",
    day: "Lido",
    otherFile: (file) => `Verificar ${file}`,
    list: "Ver os segmentos",
    howItWasRead: "Como foi lido",
    rejectsFile: "Baixar as linhas rejeitadas",
    mapHeadline: (file, kind) => `${file} foi lido como ${kind}.`,
    column: "Coluna",
    readAs: "Lida como",
    sure: "Certeza",
    samples: "Por exemplo",
    campaign: (name) => `resposta à campanha ${name}`,
    hidden: "(pessoal)",
    mapCaveat:
      "Alguma coluna está errada? Escreva um arquivo de mapeamento e importe de novo: segmenta import <arquivo> --map <mapeamento>.",
    check: "Verificar os dados",
    rejectsHeadline: (count, file) => `${count} linhas de ${file} não puderam ser lidas.`,
    noRejects: (file) => `Nenhuma linha de ${file} foi rejeitada.`,
    rejectColumns: { line: "Linha", reason: "Por quê", column: "Coluna", row: "Conteúdo" },
    rejectsName: "rejeitados",
    personal: "As linhas estão como vieram no arquivo, portanto podem dizer quem são os seus clientes.",
    importHeadline: "Traga clientes, pedidos, visitas ou uma lista de supressão, em um arquivo CSV.",
    importSteps: [
      "No Slack: envie o arquivo por mensagem direta. Mostro como leio as colunas, e você confirma.",
      "No terminal: segmenta import pedidos.csv (com --dry-run eu só dou uma olhada).",
      "Importar depois um arquivo mais novo atualiza; nada é duplicado.",
    ],
    whichWeek: "Qual semana? Só posso acrescentar a próxima.",
    sampleStarted: "Estou carregando a loja de exemplo.",
    noSuchUpload: "Não tenho mais esse arquivo. Envie-o de novo.",
    importStarted: (file) => `Estou lendo ${file}.`,
    confirm: "Certo, importar",
    confirmCaveat: "Nada foi importado ainda. As colunas foram lidas como devem ser?",
    sample: "Carregar a loja de exemplo",
  },
};
