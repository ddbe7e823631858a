import type { Localized } from "../../../lib/locale.ts";

interface SubscriptionSays {
  whichDigest: string;
  noSuchDigest(said: string): string;
  notYours(id: string): string;
  whatToDo: string;
  noSuchWord(said: string): string;
  whichLanguage: string;
  whichPause: string;
  here: string;
  saved(id: string, what: string, where: string, when: string): string;
  digest: string;
  watch(segment: string): string;
  retraining: string;
  everyWeek(weekday: string, time: string): string;
  nextDates(dates: string): string;
  paused(id: string, until: string): string;
  off(id: string): string;
  none: string;
  some(count: string): string;
  id: string;
  what: string;
  where: string;
  when: string;
  next: string;
  change: string;
  stop: string;
  subscribe: string;
  formTitle: string;
  formSubmit: string;
  weekday: string;
  time: string;
  channel: string;
  channelHint: string;
  /** A word of the grammar. */
  directWord: string;
  quietWeeks: string;
  quietAlways: string;
  quietSilent: string;
  confirmStop(id: string): string;
  sentQuietly: string;
}

/** What is said of subscriptions. */
export const subscriptionSays: Localized<SubscriptionSays> = {
  en: {
    whichDigest: "Which one?",
    noSuchDigest: (said) => `There is no subscription “${said}”. “digest list” shows those there are.`,
    notYours: (id) => `${id} belongs to somebody else: its owner or an admin can change it.`,
    whatToDo: "What shall I do?",
    noSuchWord: (said) =>
      `I can't read “${said}”. A weekly digest takes a day, a time and a channel: mon 9:00 #marketing.`,
    whichLanguage: "Which language: en, es or pt?",
    whichPause: "For how long? For example 2w.",
    here: "a direct message to you",
    saved: (id, what, where, when) => `${what} (${id}) comes to ${where}, ${when}.`,
    digest: "The digest",
    watch: (segment) => `The watch on segment ${segment}`,
    retraining: "Retraining the response model",
    everyWeek: (weekday, time) => `every ${weekday} at ${time}`,
    nextDates: (dates) => `Next: ${dates}.`,
    paused: (id, until) => `${id} is silent until ${until}.`,
    off: (id) => `${id} is off. Nothing more comes from it.`,
    none: "Nothing comes by itself yet.",
    some: (count) => `Subscriptions: ${count}.`,
    id: "Id",
    what: "What",
    where: "Where",
    when: "When",
    next: "Next",
    change: "Change",
    stop: "Switch off",
    subscribe: "Every Monday at 9:00",
    formTitle: "Weekly digest",
    formSubmit: "Save",
    weekday: "Day",
    time: "Time",
    channel: "Channel",
    channelHint: "A channel such as #marketing, or “direct” for a message to you",
    directWord: "direct",
    quietWeeks: "When nothing moved",
    quietAlways: "Say so in one sentence",
    quietSilent: "Stay silent",
    confirmStop: (id) => `Switch ${id} off?`,
    sentQuietly: "It stays silent when nothing moved.",
  },
  es: {
    whichDigest: "¿Cuál?",
    noSuchDigest: (said) => `No hay ninguna suscripción «${said}». «resumen lista» muestra las que hay.`,
    notYours: (id) => `${id} es de otra persona: la puede cambiar quien la creó o un administrador.`,
    whatToDo: "¿Qué hago?",
    noSuchWord: (said) =>
      `No entiendo «${said}». Un resumen semanal lleva día, hora y canal: lun 9:00 #marketing.`,
    whichLanguage: "¿Qué idioma: en, es o pt?",
    whichPause: "¿Cuánto tiempo? Por ejemplo 2s.",
    here: "un mensaje directo para ti",
    saved: (id, what, where, when) => `${what} (${id}) llega a ${where}, ${when}.`,
    digest: "El resumen",
    watch: (segment) => `El aviso sobre el segmento ${segment}`,
    retraining: "El reentrenamiento del modelo de respuesta",
    everyWeek: (weekday, time) => `cada ${weekday} a las ${time}`,
    nextDates: (dates) => `Próximos: ${dates}.`,
    paused: (id, until) => `${id} queda en silencio hasta el ${until}.`,
    off: (id) => `${id} está desactivado. Ya no llegará nada más.`,
    none: "Todavía no llega nada por sí solo.",
    some: (count) => `Suscripciones: ${count}.`,
    id: "Id",
    what: "Qué",
    where: "Dónde",
    when: "Cuándo",
    next: "Próximo",
    change: "Cambiar",
    stop: "Desactivar",
    subscribe: "Cada lunes a las 9:00",
    formTitle: "Resumen semanal",
    formSubmit: "Guardar",
    weekday: "Día",
    time: "Hora",
    channel: "Canal",
    channelHint: "Un canal como #marketing, o «directo» para un mensaje a ti",
    directWord: "directo",
    quietWeeks: "Si no se movió nada",
    quietAlways: "Decirlo en una frase",
    quietSilent: "Callar",
    confirmStop: (id) => `¿Desactivar ${id}?`,
    sentQuietly: "Calla cuando no se movió nada.",
  },
  pt: {
    whichDigest: "Qual?",
    noSuchDigest: (said) => `Não existe a assinatura “${said}”. “resumo lista” mostra as que existem.`,
    notYours: (id) => `${id} é de outra pessoa: quem criou ou um administrador pode mudar.`,
    whatToDo: "O que devo fazer?",
    noSuchWord: (said) =>
      `Não entendo “${said}”. Um resumo semanal leva dia, hora e canal: seg 9:00 #marketing.`,
    whichLanguage: "Qual idioma: en, es ou pt?",
    whichPause: "Por quanto tempo? Por exemplo 2s.",
    here: "uma mensagem direta para você",
    saved: (id, what, where, when) => `${what} (${id}) chega em ${where}, ${when}.`,
    digest: "O resumo",
    watch: (segment) => `O aviso sobre o segmento ${segment}`,
    retraining: "O retreino do modelo de resposta",
    everyWeek: (weekday, time) => `toda semana, ${weekday} às ${time}`,
    nextDates: (dates) => `Próximos: ${dates}.`,
    paused: (id, until) => `${id} fica em silêncio até ${until}.`,
    off: (id) => `${id} está desligado. Nada mais virá dele.`,
    none: "Nada chega sozinho ainda.",
    some: (count) => `Assinaturas: ${count}.`,
    id: "Id",
    what: "O quê",
    where: "Onde",
    when: "Quando",
    next: "Próximo",
    change: "Mudar",
    stop: "Desligar",
    subscribe: "Toda segunda às 9:00",
    formTitle: "Resumo semanal",
    formSubmit: "Salvar",
    weekday: "Dia",
    time: "Hora",
    channel: "Canal",
    channelHint: "Um canal como #marketing, ou “direto” para uma mensagem a você",
    directWord: "direto",
    quietWeeks: "Se nada mudou",
    quietAlways: "Dizer em uma frase",
    quietSilent: "Ficar em silêncio",
    confirmStop: (id) => `Desligar ${id}?`,
    sentQuietly: "Fica em silêncio quando nada mudou.",
  },
};
