import type { Localized } from "../lib/locale.ts";

interface DoctorSays {
  healthy: string;
  worthALook(count: string): string;
  mend(count: string): string;
  state: string;
  what: string;
  finding: string;
  states: Readonly<Record<"good" | "warning" | "bad", string>>;
  database: string;
  embedded: string;
  server: string;
  version: string;
  versionOld(version: string): string;
  versionUntested(version: string): string;
  migrations: string;
  upToDate: string;
  pending(count: string): string;
  newer: string;
  clock: string;
  clockRight: string;
  clockOff(seconds: string): string;
  disk: string;
  free(megabytes: string): string;
  almostFull(megabytes: string): string;
  pictures: string;
  canDraw: string;
  cannotDraw: string;
  node: string;
}

export const doctorSays: Localized<DoctorSays> = {
  en: {
    healthy: "Everything is in order.",
    worthALook: (count) => `It works. Worth a look: ${count}.`,
    mend: (count) => `To be mended: ${count}.`,
    state: "State",
    what: "What",
    finding: "Finding",
    states: { good: "good", warning: "look", bad: "MEND" },
    database: "Database",
    embedded: "the embedded server answers",
    server: "the server in DATABASE_URL answers",
    version: "PostgreSQL",
    versionOld: (version) => `version ${version} is too old: Segmenta needs 15 or later`,
    versionUntested: (version) => `version ${version}; Segmenta is tested on 15 to 18`,
    migrations: "Tables",
    upToDate: "up to date",
    pending: (count) => `${count} changes to come; the next start, or segmenta migrate, applies them`,
    newer: "made by a later version of Segmenta: use that one",
    clock: "Clock",
    clockRight: "agrees with the database's",
    clockOff: (seconds) => `${seconds} s away from the database's: set the time of this machine (NTP)`,
    disk: "Disk",
    free: (megabytes) => `${megabytes} MB free`,
    almostFull: (megabytes) => `only ${megabytes} MB free: make room, or move SEGMENTA_HOME to another disk`,
    pictures: "Charts",
    canDraw: "a test picture was drawn",
    cannotDraw:
      "no picture can be drawn: install again (npm install), the fonts or the drawing library are missing",
    node: "Node.js",
  },
  es: {
    healthy: "Todo está en orden.",
    worthALook: (count) => `Funciona. Conviene mirar: ${count}.`,
    mend: (count) => `Por arreglar: ${count}.`,
    state: "Estado",
    what: "Qué",
    finding: "Resultado",
    states: { good: "bien", warning: "mirar", bad: "ARREGLAR" },
    database: "Base de datos",
    embedded: "el servidor integrado responde",
    server: "el servidor de DATABASE_URL responde",
    version: "PostgreSQL",
    versionOld: (version) =>
      `la versión ${version} es demasiado antigua: Segmenta necesita la 15 o posterior`,
    versionUntested: (version) => `versión ${version}; Segmenta está probado de la 15 a la 18`,
    migrations: "Tablas",
    upToDate: "al día",
    pending: (count) => `${count} cambios por aplicar: lo hace el próximo arranque, o segmenta migrate`,
    newer: "hechas por una versión posterior de Segmenta: usa esa",
    clock: "Reloj",
    clockRight: "coincide con el de la base de datos",
    clockOff: (seconds) => `a ${seconds} s del de la base de datos: pon en hora esta máquina (NTP)`,
    disk: "Disco",
    free: (megabytes) => `${megabytes} MB libres`,
    almostFull: (megabytes) => `solo ${megabytes} MB libres: haz sitio, o lleva SEGMENTA_HOME a otro disco`,
    pictures: "Gráficos",
    canDraw: "se ha dibujado uno de prueba",
    cannotDraw: "no se puede dibujar: reinstala (npm install), faltan las fuentes o la biblioteca de dibujo",
    node: "Node.js",
  },
  pt: {
    healthy: "Tudo em ordem.",
    worthALook: (count) => `Funciona. Vale olhar: ${count}.`,
    mend: (count) => `A consertar: ${count}.`,
    state: "Estado",
    what: "O quê",
    finding: "Resultado",
    states: { good: "bom", warning: "olhar", bad: "CONSERTAR" },
    database: "Banco de dados",
    embedded: "o servidor embutido responde",
    server: "o servidor de DATABASE_URL responde",
    version: "PostgreSQL",
    versionOld: (version) => `a versão ${version} é antiga demais: o Segmenta precisa da 15 ou posterior`,
    versionUntested: (version) => `versão ${version}; o Segmenta é testado da 15 à 18`,
    migrations: "Tabelas",
    upToDate: "em dia",
    pending: (count) => `${count} mudanças por aplicar: o próximo início, ou segmenta migrate, faz isso`,
    newer: "feitas por uma versão posterior do Segmenta: use essa",
    clock: "Relógio",
    clockRight: "coincide com o do banco de dados",
    clockOff: (seconds) => `a ${seconds} s do relógio do banco de dados: acerte a hora desta máquina (NTP)`,
    disk: "Disco",
    free: (megabytes) => `${megabytes} MB livres`,
    almostFull: (megabytes) => `só ${megabytes} MB livres: abra espaço, ou leve SEGMENTA_HOME a outro disco`,
    pictures: "Gráficos",
    canDraw: "um gráfico de teste foi desenhado",
    cannotDraw:
      "não dá para desenhar: instale de novo (npm install), faltam as fontes ou a biblioteca de desenho",
    node: "Node.js",
  },
};
