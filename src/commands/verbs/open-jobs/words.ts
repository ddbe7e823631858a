import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: { usage: "jobs", summary: "What is running, and how far it is", examples: ["jobs"] },
  es: { usage: "tareas", summary: "Qué está en marcha y por dónde va", examples: ["tareas"] },
  pt: { usage: "tarefas", summary: "O que está rodando e em que ponto está", examples: ["tarefas"] },
};

export const says = words({
  en: {
    none: "Nothing is running.",
    headline: (count: string) => `Running or waiting: ${count}.`,
    job: "Job",
    task: "What",
    step: "Step",
    progress: "Done",
    tasks: {
      import: "reading a file",
      look: "looking at a file",
      received: "reading a file",
      recluster: "looking for other segments",
      sample: "loading the sample shop",
      segment: "forming segments",
      train: "learning who answers",
      undo: "taking a file out of the base",
    },
    states: { queued: "waiting", running: "running", stopping: "stopping" },
    stop: (job: string) => `Stop ${job}`,
  },
  es: {
    none: "No hay nada en marcha.",
    headline: (count) => `En marcha o en espera: ${count}.`,
    job: "Tarea",
    task: "Qué",
    step: "Paso",
    progress: "Hecho",
    tasks: {
      import: "leer un archivo",
      look: "mirar un archivo",
      received: "leer un archivo",
      recluster: "buscar otros segmentos",
      sample: "cargar la tienda de ejemplo",
      segment: "formar segmentos",
      train: "aprender quién responde",
      undo: "quitar un archivo de la base",
    },
    states: { queued: "en espera", running: "en marcha", stopping: "parando" },
    stop: (job) => `Parar ${job}`,
  },
  pt: {
    none: "Nada está rodando.",
    headline: (count) => `Rodando ou esperando: ${count}.`,
    job: "Tarefa",
    task: "O quê",
    step: "Etapa",
    progress: "Feito",
    tasks: {
      import: "ler um arquivo",
      look: "olhar um arquivo",
      received: "ler um arquivo",
      recluster: "procurar outros segmentos",
      sample: "carregar a loja de exemplo",
      segment: "formar segmentos",
      train: "aprender quem responde",
      undo: "tirar um arquivo da base",
    },
    states: { queued: "esperando", running: "rodando", stopping: "parando" },
    stop: (job) => `Parar ${job}`,
  },
});
