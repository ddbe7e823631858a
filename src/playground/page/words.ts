import { type Locale, type Localized, readLocale } from "../../lib/locale.ts";

/** The page's own words, as Slack's client says them in each language. */
export interface PageWords {
  readonly onlyVisibleToYou: string;
  readonly edited: string;
  readonly today: string;
  readonly yesterday: string;
  readonly replies: (count: number) => string;
  readonly thread: string;
  readonly reply: string;
  readonly messageTo: (where: string) => string;
  readonly channels: string;
  readonly directMessages: string;
  readonly apps: string;
  readonly home: string;
  readonly messages: string;
  readonly about: string;
  readonly search: (team: string) => string;
  readonly download: string;
  readonly uploadFile: string;
  readonly send: string;
  readonly cancel: string;
  readonly optional: string;
  readonly choose: string;
  readonly you: string;
  readonly switchPerson: string;
  readonly language: string;
  readonly role: string;
  readonly replyInThread: string;
  readonly members: (count: number) => string;
  readonly emptyHome: string;
  readonly noResults: string;
  readonly activity: string;
  readonly later: string;
  readonly more: string;
  /** The first thing that stands in a channel. */
  readonly beginning: (where: string) => string;
  /** What to do in an empty channel. */
  readonly tryThis: (command: string) => string;
}

const pageWords: Localized<PageWords> = {
  en: {
    onlyVisibleToYou: "Only visible to you",
    edited: "(edited)",
    today: "Today",
    yesterday: "Yesterday",
    replies: (count) => (count === 1 ? "1 reply" : `${count} replies`),
    thread: "Thread",
    reply: "Reply…",
    messageTo: (where) => `Message ${where}`,
    channels: "Channels",
    directMessages: "Direct messages",
    apps: "Apps",
    home: "Home",
    messages: "Messages",
    about: "About",
    search: (team) => `Search ${team}`,
    download: "Download",
    uploadFile: "Upload a file",
    send: "Send",
    cancel: "Cancel",
    optional: "(optional)",
    choose: "Choose an option",
    you: "you",
    switchPerson: "Be somebody else",
    language: "Language",
    role: "Role in Segmenta",
    replyInThread: "Reply in thread",
    members: (count) => `${count} members`,
    emptyHome: "This app has nothing to show here yet.",
    noResults: "No results",
    activity: "Activity",
    later: "Later",
    more: "More",
    beginning: (where) => `This is the very beginning of ${where}.`,
    tryThis: (command) => `Type ${command} below, or pick one from the list that opens.`,
  },
  es: {
    onlyVisibleToYou: "Solo visible para ti",
    edited: "(editado)",
    today: "Hoy",
    yesterday: "Ayer",
    replies: (count) => (count === 1 ? "1 respuesta" : `${count} respuestas`),
    thread: "Hilo",
    reply: "Responder…",
    messageTo: (where) => `Enviar un mensaje a ${where}`,
    channels: "Canales",
    directMessages: "Mensajes directos",
    apps: "Aplicaciones",
    home: "Inicio",
    messages: "Mensajes",
    about: "Acerca de",
    search: (team) => `Buscar en ${team}`,
    download: "Descargar",
    uploadFile: "Subir un archivo",
    send: "Enviar",
    cancel: "Cancelar",
    optional: "(opcional)",
    choose: "Elige una opción",
    you: "tú",
    switchPerson: "Ser otra persona",
    language: "Idioma",
    role: "Rol en Segmenta",
    replyInThread: "Responder en hilo",
    members: (count) => `${count} miembros`,
    emptyHome: "Esta aplicación aún no tiene nada que mostrar aquí.",
    noResults: "Sin resultados",
    activity: "Actividad",
    later: "Más tarde",
    more: "Más",
    beginning: (where) => `Este es el comienzo de ${where}.`,
    tryThis: (command) => `Escribe ${command} abajo, o elige uno de la lista que se abre.`,
  },
  pt: {
    onlyVisibleToYou: "Visível apenas para você",
    edited: "(editado)",
    today: "Hoje",
    yesterday: "Ontem",
    replies: (count) => (count === 1 ? "1 resposta" : `${count} respostas`),
    thread: "Conversa",
    reply: "Responder…",
    messageTo: (where) => `Enviar mensagem para ${where}`,
    channels: "Canais",
    directMessages: "Mensagens diretas",
    apps: "Aplicativos",
    home: "Início",
    messages: "Mensagens",
    about: "Sobre",
    search: (team) => `Pesquisar em ${team}`,
    download: "Baixar",
    uploadFile: "Enviar um arquivo",
    send: "Enviar",
    cancel: "Cancelar",
    optional: "(opcional)",
    choose: "Escolha uma opção",
    you: "você",
    switchPerson: "Ser outra pessoa",
    language: "Idioma",
    role: "Função no Segmenta",
    replyInThread: "Responder na conversa",
    members: (count) => `${count} membros`,
    emptyHome: "Este aplicativo ainda não tem nada para mostrar aqui.",
    noResults: "Nenhum resultado",
    activity: "Atividade",
    later: "Mais tarde",
    more: "Mais",
    beginning: (where) => `Este é o começo de ${where}.`,
    tryThis: (command) => `Digite ${command} abaixo, ou escolha um da lista que se abre.`,
  },
};

/** The words for a person, by their Slack locale. */
export function wordsFor(slackLocale: string): PageWords {
  return pageWords[readLocale(slackLocale)];
}

/** The languages that a person may switch to, as Slack names them. */
export const languages: readonly { readonly tag: string; readonly name: string; readonly locale: Locale }[] =
  [
    { tag: "en-US", name: "English", locale: "en" },
    { tag: "es-ES", name: "Español", locale: "es" },
    { tag: "pt-BR", name: "Português", locale: "pt" },
  ];
