import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: { usage: "stop <job>", summary: "Stop long work; nothing is left half done", examples: ["stop j3"] },
  es: { usage: "parar <tarea>", summary: "Para una tarea; no queda nada a medias", examples: ["parar j3"] },
  pt: {
    usage: "parar <tarefa>",
    summary: "Interrompe uma tarefa; nada fica pela metade",
    examples: ["parar j3"],
  },
};

export const says = words({
  en: {
    whichJob: "Which job?",
    notAJob: (said: string) =>
      `“${said}” is no job: a job is a letter and a number, like j3. “jobs” shows what is running.`,
    noSuchJob: (job: string) => `There is no job ${job}.`,
    ended: (job: string) => `Job ${job} has already ended, so there is nothing to stop.`,
    notYours: (job: string) => `Job ${job} is somebody else's. They can stop it, or an admin.`,
    stopping: (job: string) => `Job ${job} is being stopped. Nothing of it stays.`,
    jobs: "Show what is running",
  },
  es: {
    whichJob: "¿Qué tarea?",
    notAJob: (said) =>
      `«${said}» no es una tarea: una tarea es una letra y un número, como j3. Con «tareas» ves lo que está en marcha.`,
    noSuchJob: (job) => `No hay ninguna tarea ${job}.`,
    ended: (job) => `La tarea ${job} ya ha terminado, así que no hay nada que parar.`,
    notYours: (job) => `La tarea ${job} es de otra persona. Puede pararla esa persona o un administrador.`,
    stopping: (job) => `Parando la tarea ${job}. No quedará nada de ella.`,
    jobs: "Ver lo que está en marcha",
  },
  pt: {
    whichJob: "Qual tarefa?",
    notAJob: (said) =>
      `“${said}” não é uma tarefa: uma tarefa é uma letra e um número, como j3. Com “tarefas” você vê o que está rodando.`,
    noSuchJob: (job) => `Não existe a tarefa ${job}.`,
    ended: (job) => `A tarefa ${job} já terminou, então não há nada para parar.`,
    notYours: (job) => `A tarefa ${job} é de outra pessoa. Essa pessoa ou um administrador pode pará-la.`,
    stopping: (job) => `Parando a tarefa ${job}. Nada dela vai ficar.`,
    jobs: "Ver o que está rodando",
  },
});
