import { expect, it } from "vitest";
import { renderText } from "../../src/terminal/render.ts";

it("shows what can be typed into a form: its words, what they mean, what there is to choose from", () => {
  const text = renderText(
    {
      locale: "es",
      outcome: "ok",
      privacy: "totals",
      headline: "Rellena lo que sepas.",
      form: {
        title: "Puntuar",
        submit: "Puntuar",
        line: "score",
        fields: [
          { name: "income", label: "Ingresos", kind: "number", value: "52000" },
          {
            name: "education",
            label: "Estudios",
            kind: "choice",
            choices: [
              { label: "PhD", value: "PhD" },
              { label: "Master", value: "Master" },
            ],
          },
        ],
      },
      data: {},
    },
    { styled: false, width: 80 },
  );
  expect(text).toBe(`Rellena lo que sepas.

Escribe detrás de «score» lo que sepas:
  income=52000  Ingresos
  education=…   Estudios  PhD, Master
`);
});
