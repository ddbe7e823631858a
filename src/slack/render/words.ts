import { words } from "../../lib/words.ts";

export const says = words({
  en: {
    rowsCut: (shown: number, all: number) => `${shown} of ${all} rows are shown.`,
    columnsCut: (shown: number, all: number) => `${shown} of ${all} columns are shown.`,
    factsCut: (shown: number, all: number) => `${shown} of ${all} facts are shown.`,
    buttonsCut: (shown: number, all: number) => `${shown} of ${all} buttons are shown.`,
    textCut: "Long texts are shortened.",
    openForm: "Fill in the form",
    confirmTitle: "Are you sure?",
    yes: "Yes",
    no: "No",
    cancel: "Cancel",
    emptyCell: "–",
    refused: {
      role: "Your role does not show single customers or lists of them. Ask an admin for the marketer role.",
      personal_role: "Only analysts and admins may take columns that tell who a customer is.",
      shared_channel:
        "In a channel shared with another company I only show totals. Ask me in our direct message.",
    },
    sentDirectly: "I sent the answer to you directly.",
    listSentDirectly: "A list of customers was sent directly to the person who asked for it.",
    notInChannel:
      "I may not post there, so I answered in our direct message. Type /invite @segmenta in the channel to have answers there.",
    /** To the owner of what comes every week. */
    notDelivered: (channel: string) =>
      `What you ordered for ${channel} could not be posted there. Is the app in that channel? Nothing counts as sent.`,
    /** The same when nobody can know. */
    perhapsDelivered: (channel: string) =>
      `Slack did not confirm what you ordered for ${channel}. If you do not see it there, ask again.`,
    unconfirmed: "Slack did not confirm my last answer. If you do not see it, ask again.",
    again: "Ask again",
    attachmentLost: "I could not attach everything to my answer.",
    stop: "Stop",
    stopping: "Stopping…",
    queued: "Waiting for a free worker…",
    timeLeft: (milliseconds: number) => `${duration(milliseconds)} left`,
    defect: "Something broke on my side. Nothing was sent or changed. Please try again in a minute.",
    fileTooLarge:
      "The file is larger than 100 MB. Split it, or import it with the command line: segmenta import.",
    fileNotReadable: "I cannot read the file you sent. The app needs the scope files:read for that.",
    customerField: "Customer: e-mail or id",
    customerForm: "Profile a customer",
    show: "Show",
    pickSegment: "Profile a segment…",
    pickCustomer: "Look up a customer…",
  },
  es: {
    rowsCut: (shown, all) => `Se muestran ${shown} de ${all} filas.`,
    columnsCut: (shown, all) => `Se muestran ${shown} de ${all} columnas.`,
    factsCut: (shown, all) => `Se muestran ${shown} de ${all} datos.`,
    buttonsCut: (shown, all) => `Se muestran ${shown} de ${all} botones.`,
    textCut: "Los textos largos están recortados.",
    openForm: "Rellenar el formulario",
    confirmTitle: "¿Seguro?",
    yes: "Sí",
    no: "No",
    cancel: "Cancelar",
    emptyCell: "–",
    refused: {
      role: "Tu rol no muestra clientes individuales ni listas de ellos. Pide a un administrador el rol de marketing.",
      personal_role:
        "Solo analistas y administradores pueden llevarse columnas que dicen quién es un cliente.",
      shared_channel:
        "En un canal compartido con otra empresa solo muestro totales. Pregúntame por mensaje directo.",
    },
    sentDirectly: "Te envié la respuesta por mensaje directo.",
    listSentDirectly: "Se envió una lista de clientes directamente a quien la pidió.",
    notInChannel:
      "No puedo publicar ahí, así que respondí por mensaje directo. Escribe /invite @segmenta en el canal para tener las respuestas allí.",
    notDelivered: (channel) =>
      `Lo que pediste para ${channel} no se pudo publicar allí. ¿Está la aplicación en ese canal? No cuenta como enviado.`,
    perhapsDelivered: (channel) =>
      `Slack no confirmó lo que pediste para ${channel}. Si no lo ves allí, pregunta de nuevo.`,
    unconfirmed: "Slack no confirmó mi última respuesta. Si no la ves, pregunta de nuevo.",
    again: "Preguntar de nuevo",
    attachmentLost: "No pude adjuntar todo a mi respuesta.",
    stop: "Detener",
    stopping: "Deteniendo…",
    queued: "Esperando un proceso libre…",
    timeLeft: (milliseconds) => `quedan ${duration(milliseconds)}`,
    defect: "Algo se rompió por mi lado. No se envió ni cambió nada. Inténtalo de nuevo en un minuto.",
    fileTooLarge:
      "El archivo supera los 100 MB. Divídelo, o impórtalo con la línea de comandos: segmenta import.",
    fileNotReadable: "No puedo leer el archivo que enviaste. La aplicación necesita el permiso files:read.",
    customerField: "Cliente: correo o id",
    customerForm: "Perfil de un cliente",
    show: "Mostrar",
    pickSegment: "Perfil de un segmento…",
    pickCustomer: "Buscar un cliente…",
  },
  pt: {
    rowsCut: (shown, all) => `${shown} de ${all} linhas são mostradas.`,
    columnsCut: (shown, all) => `${shown} de ${all} colunas são mostradas.`,
    factsCut: (shown, all) => `${shown} de ${all} dados são mostrados.`,
    buttonsCut: (shown, all) => `${shown} de ${all} botões são mostrados.`,
    textCut: "Os textos longos foram encurtados.",
    openForm: "Preencher o formulário",
    confirmTitle: "Tem certeza?",
    yes: "Sim",
    no: "Não",
    cancel: "Cancelar",
    emptyCell: "–",
    refused: {
      role: "Seu papel não mostra clientes individuais nem listas deles. Peça a um administrador o papel de marketing.",
      personal_role: "Só analistas e administradores podem levar colunas que dizem quem é o cliente.",
      shared_channel:
        "Em um canal compartilhado com outra empresa mostro apenas totais. Pergunte por mensagem direta.",
    },
    sentDirectly: "Enviei a resposta por mensagem direta.",
    listSentDirectly: "Uma lista de clientes foi enviada diretamente a quem a pediu.",
    notInChannel:
      "Não posso publicar ali, então respondi por mensagem direta. Digite /invite @segmenta no canal para receber as respostas lá.",
    notDelivered: (channel) =>
      `O que você pediu para ${channel} não pôde ser publicado lá. O aplicativo está nesse canal? Nada conta como enviado.`,
    perhapsDelivered: (channel) =>
      `O Slack não confirmou o que você pediu para ${channel}. Se não o vê lá, pergunte de novo.`,
    unconfirmed: "O Slack não confirmou minha última resposta. Se não a vê, pergunte de novo.",
    again: "Perguntar de novo",
    attachmentLost: "Não consegui anexar tudo à minha resposta.",
    stop: "Parar",
    stopping: "Parando…",
    queued: "Esperando um processo livre…",
    timeLeft: (milliseconds) => `faltam ${duration(milliseconds)}`,
    defect: "Algo quebrou do meu lado. Nada foi enviado nem alterado. Tente de novo em um minuto.",
    fileTooLarge: "O arquivo passa de 100 MB. Divida-o, ou importe-o pela linha de comando: segmenta import.",
    fileNotReadable:
      "Não consigo ler o arquivo que você enviou. O aplicativo precisa da permissão files:read.",
    customerField: "Cliente: e-mail ou id",
    customerForm: "Perfil de um cliente",
    show: "Mostrar",
    pickSegment: "Perfil de um segmento…",
    pickCustomer: "Procurar um cliente…",
  },
});

/** A time for a glance, the same in all three languages: `40 s`, `3 min`. */
function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
