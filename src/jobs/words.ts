import type { Localized } from "../locale.ts";

interface JobSays {
  stopped: string;
}

/** What the worker says by itself; the steps of a job are worded where the job is. */
export const jobSays: Localized<JobSays> = {
  en: { stopped: "Stopped, as you asked. Nothing was changed." },
  es: { stopped: "Detenido, como pediste. No se cambió nada." },
  pt: { stopped: "Interrompido, como você pediu. Nada foi alterado." },
};
