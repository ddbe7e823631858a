import { words } from "../../lib/words.ts";

/** What the worker says by itself; the steps of a job are worded where the job is. */
export const jobSays = words({
  en: {
    stopped: "Stopped, as you asked.",
    nothingChanged: "Nothing was changed.",
    /** The data are in, the segments are not made of them yet. */
    keptData: "The data are in your base; the segments are as they were, until the next import.",
    stepSample: "Loading the sample shop",
    stepUndo: "Taking a file out of the base",
    sampleBesideOthers:
      "This base holds data of your own. The sample shop would mix with them: load it into an empty base.",
    noSample: "The sample shop is not loaded yet, so it has no next week. Load it first.",
  },
  es: {
    stopped: "Detenido, como pediste.",
    nothingChanged: "No se cambió nada.",
    keptData: "Los datos están en tu base; los segmentos siguen como estaban, hasta la próxima importación.",
    stepSample: "Cargando la tienda de ejemplo",
    stepUndo: "Quitando un archivo de la base",
    sampleBesideOthers:
      "Esta base contiene datos propios. La tienda de ejemplo se mezclaría con ellos: cárgala en una base vacía.",
    noSample: "La tienda de ejemplo aún no está cargada, así que no tiene semana siguiente. Cárgala primero.",
  },
  pt: {
    stopped: "Interrompido, como você pediu.",
    nothingChanged: "Nada foi alterado.",
    keptData: "Os dados estão na sua base; os segmentos continuam como estavam, até a próxima importação.",
    stepSample: "Carregando a loja de exemplo",
    stepUndo: "Tirando um arquivo da base",
    sampleBesideOthers:
      "Esta base contém dados próprios. A loja de exemplo se misturaria com eles: carregue-a em uma base vazia.",
    noSample: "A loja de exemplo ainda não foi carregada, então não há próxima semana. Carregue-a primeiro.",
  },
});
