import type { Localized } from "../../../lib/locale.ts";

interface Says {
  fileName: string;
  title(model: string): string;
  figures: string;
  interval(value: string, low: string, high: string): string;
  averagePrecision: string;
  calibrationError: string;
  meanProbability: string;
  later(figure: string): string;
  goals: string;
  goal: string;
  from: string;
  contacted: string;
  precision: string;
  recall: string;
  weights: string;
  weightsMean: string;
  variable: string;
  weight: string;
  use: string;
  uses: readonly string[];
  made(day: string, seed: string, ridge: string): string;
}

/** What the model card says as a file, beside what its message says. */
export const cardSays: Localized<Says> = {
  en: {
    fileName: "model-card",
    title: (model) => `Response model ${model}`,
    figures: "Figures on customers it was not trained on",
    interval: (value, low, high) => `${value} (95 %: ${low} to ${high})`,
    averagePrecision: "Average precision",
    calibrationError: "Expected calibration error",
    meanProbability: "Mean probability / share that answered",
    later: (figure) => `${figure}, later in time`,
    goals: "The four goals",
    goal: "Goal",
    from: "From",
    contacted: "Contacted",
    precision: "Precision",
    recall: "Recall",
    weights: "Weights",
    weightsMean: "Log-odds per standard deviation of the variable, before calibration.",
    variable: "Variable",
    weight: "Weight",
    use: "What it is for",
    uses: [
      "Choosing whom to contact in a campaign like the one it learned from. It tells who answers, not whom a message persuades: only a group that is left out on purpose tells that.",
      "It is not for decisions about credit, employment, prices or anything else that a person could not refuse.",
    ],
    made: (day, seed, ridge) => `Trained on ${day}; seed ${seed}, ridge ${ridge}.`,
  },
  es: {
    fileName: "ficha-modelo",
    title: (model) => `Modelo de respuesta ${model}`,
    figures: "Cifras con clientes con los que no se entrenó",
    interval: (value, low, high) => `${value} (95 %: de ${low} a ${high})`,
    averagePrecision: "Precisión media",
    calibrationError: "Error de calibración esperado",
    meanProbability: "Probabilidad media / parte que respondió",
    later: (figure) => `${figure}, más tarde en el tiempo`,
    goals: "Las cuatro metas",
    goal: "Meta",
    from: "Desde",
    contacted: "Contactados",
    precision: "Precisión",
    recall: "Alcance",
    weights: "Pesos",
    weightsMean: "Log-odds por desviación típica de la variable, antes de calibrar.",
    variable: "Variable",
    weight: "Peso",
    use: "Para qué sirve",
    uses: [
      "Para elegir a quién contactar en una campaña como aquella de la que aprendió. Dice quién responde, no a quién convence un mensaje: eso solo lo dice un grupo que se deja fuera a propósito.",
      "No sirve para decidir sobre crédito, empleo, precios ni nada que una persona no pueda rechazar.",
    ],
    made: (day, seed, ridge) => `Entrenado el ${day}; semilla ${seed}, ridge ${ridge}.`,
  },
  pt: {
    fileName: "ficha-modelo",
    title: (model) => `Modelo de resposta ${model}`,
    figures: "Números com clientes com que não foi treinado",
    interval: (value, low, high) => `${value} (95%: de ${low} a ${high})`,
    averagePrecision: "Precisão média",
    calibrationError: "Erro de calibração esperado",
    meanProbability: "Probabilidade média / parte que respondeu",
    later: (figure) => `${figure}, mais tarde no tempo`,
    goals: "As quatro metas",
    goal: "Meta",
    from: "A partir de",
    contacted: "Contatados",
    precision: "Precisão",
    recall: "Alcance",
    weights: "Pesos",
    weightsMean: "Log-odds por desvio padrão da variável, antes da calibração.",
    variable: "Variável",
    weight: "Peso",
    use: "Para que serve",
    uses: [
      "Para escolher quem contatar em uma campanha como aquela com que aprendeu. Diz quem responde, não quem uma mensagem convence: isso só diz um grupo deixado de fora de propósito.",
      "Não serve para decidir sobre crédito, emprego, preços ou algo que uma pessoa não possa recusar.",
    ],
    made: (day, seed, ridge) => `Treinado em ${day}; semente ${seed}, ridge ${ridge}.`,
  },
};
