import type { Localized } from "../locale.ts";
import type { Refusal } from "../privacy.ts";

interface TerminalSays {
  chart(title: string): string;
  /** What `--out` would have written. */
  useOut(names: string): string;
  wrote(paths: string): string;
  tryThese: string;
  badOption(option: string): string;
  badChoice(where: string, value: string, choices: string): string;
  noLine: string;
  migrated: string;
  usage: string;
  note: string;
  refused: Readonly<Record<Refusal, string>>;
}

export const terminalSays: Localized<TerminalSays> = {
  en: {
    chart: (title) => `Chart: ${title}`,
    useOut: (names) => `Add --out <folder> to write ${names}.`,
    wrote: (paths) => `Written: ${paths}`,
    tryThese: "Next",
    badOption: (option) => `I cannot read the option ${option}.`,
    badChoice: (where, value, choices) => `“${value}” is no choice for ${where}: take one of ${choices}.`,
    noLine: "What shall I say? Put the command line in quotation marks.",
    migrated: "The database is up to date.",
    usage: `Usage: segmenta <what to do>

  say "<line>"      answer a command line, for example: segmenta say "profile 2"
  migrate           bring the database up to date
  help              this page; for the command lines: segmenta say help

Options
  --lang en|es|pt   language of the answer
  --role <role>     viewer, marketer, analyst or admin (the default here)
  --as <user>       who asks
  --json            one JSON object instead of text
  --out <folder>    where charts and files are written
`,
    note: "Note",
    refused: {
      role: "Your role does not show single customers or lists of them. Ask an admin for the role of a marketer.",
      personal_role: "Only analysts and admins may take columns that tell who a customer is.",
      shared_channel: "A channel shared with another company gets totals only.",
    },
  },
  es: {
    chart: (title) => `Gráfico: ${title}`,
    useOut: (names) => `Añade --out <carpeta> para guardar ${names}.`,
    wrote: (paths) => `Guardado: ${paths}`,
    tryThese: "Siguiente",
    badOption: (option) => `No entiendo la opción ${option}.`,
    badChoice: (where, value, choices) => `«${value}» no vale para ${where}: elige entre ${choices}.`,
    noLine: "¿Qué quieres decir? Escribe la orden entre comillas.",
    migrated: "La base de datos está al día.",
    usage: `Uso: segmenta <qué hacer>

  say "<orden>"     responde a una orden, por ejemplo: segmenta say "perfil 2"
  migrate           pone al día la base de datos
  help              esta página; para las órdenes: segmenta say ayuda

Opciones
  --lang en|es|pt   idioma de la respuesta
  --role <rol>      viewer, marketer, analyst o admin (aquí, el habitual)
  --as <usuario>    quién pregunta
  --json            un objeto JSON en lugar de texto
  --out <carpeta>   dónde se guardan gráficos y archivos
`,
    note: "Ojo",
    refused: {
      role: "Tu rol no muestra clientes sueltos ni listas de ellos. Pide a un administrador el rol de marketing.",
      personal_role:
        "Solo los analistas y administradores pueden llevarse columnas que dicen quién es un cliente.",
      shared_channel: "Un canal compartido con otra empresa solo recibe totales.",
    },
  },
  pt: {
    chart: (title) => `Gráfico: ${title}`,
    useOut: (names) => `Acrescente --out <pasta> para salvar ${names}.`,
    wrote: (paths) => `Salvo: ${paths}`,
    tryThese: "Próximo passo",
    badOption: (option) => `Não entendo a opção ${option}.`,
    badChoice: (where, value, choices) => `“${value}” não serve para ${where}: escolha entre ${choices}.`,
    noLine: "O que você quer dizer? Escreva o comando entre aspas.",
    migrated: "O banco de dados está em dia.",
    usage: `Uso: segmenta <o que fazer>

  say "<comando>"   responde a um comando, por exemplo: segmenta say "perfil 2"
  migrate           atualiza o banco de dados
  help              esta página; para os comandos: segmenta say ajuda

Opções
  --lang en|es|pt   idioma da resposta
  --role <papel>    viewer, marketer, analyst ou admin (o padrão aqui)
  --as <usuário>    quem pergunta
  --json            um objeto JSON em vez de texto
  --out <pasta>     onde salvar gráficos e arquivos
`,
    note: "Atenção",
    refused: {
      role: "Seu papel não mostra clientes individuais nem listas deles. Peça a um administrador o papel de marketing.",
      personal_role: "Só analistas e administradores podem levar colunas que dizem quem é o cliente.",
      shared_channel: "Um canal compartilhado com outra empresa recebe apenas totais.",
    },
  },
};
