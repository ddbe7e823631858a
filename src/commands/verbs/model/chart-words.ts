import { words } from "../../../lib/words.ts";

/** What the pictures of the model card say. */
export const chartSays = words({
  en: {
    gainFinding: (reached: string) => `Writing to the best fifth reaches ${reached} of those who answer`,
    contacted: "Customers contacted, best first",
    reached: "Answers reached",
    chance: "by chance",
    liftFinding: (times: string) => `The best tenth holds ${times} times as many who answer as the average`,
    times: (times: string) => `${times}×`,
    tenths: "Tenths of the list, best first",
    average: "average",
    calibrationFinding: (predicted: string, observed: string) =>
      `Of those given ${predicted}, ${observed} answered`,
    predicted: "Predicted",
    observed: "Answered",
    perfect: "as promised",
  },
  es: {
    gainFinding: (reached) => `Escribir al mejor quinto alcanza el ${reached} de quienes responden`,
    contacted: "Clientes contactados, los mejores primero",
    reached: "Respuestas alcanzadas",
    chance: "al azar",
    liftFinding: (times) => `El mejor décimo responde ${times} veces lo que la media`,
    times: (times) => `${times}×`,
    tenths: "Décimos de la lista, el mejor primero",
    average: "media",
    calibrationFinding: (predicted, observed) => `De quienes tenían ${predicted}, respondió el ${observed}`,
    predicted: "Previsto",
    observed: "Respondió",
    perfect: "como se prometió",
  },
  pt: {
    gainFinding: (reached) => `Escrever ao melhor quinto alcança ${reached} de quem responde`,
    contacted: "Clientes contatados, os melhores primeiro",
    reached: "Respostas alcançadas",
    chance: "por acaso",
    liftFinding: (times) => `O melhor décimo responde ${times} vezes a média`,
    times: (times) => `${times}×`,
    tenths: "Décimos da lista, o melhor primeiro",
    average: "média",
    calibrationFinding: (predicted, observed) => `De quem tinha ${predicted}, ${observed} respondeu`,
    predicted: "Previsto",
    observed: "Respondeu",
    perfect: "como prometido",
  },
});
