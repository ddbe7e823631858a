import { renderPng } from "../charts/render.ts";
import type { Chart } from "../contract/reply.ts";

const testChart: Chart = {
  spec: "segment-sizes",
  rows: [{ name: "1", customers: 1, customersLabel: "1", value: 1, valueLabel: "1" }],
  words: { title: "1", customers: "1", value: "2" },
  altText: "",
};

/** Whether fonts and drawing library are there: draws a picture and throws it away. */
export async function canDraw(): Promise<boolean> {
  try {
    return (await renderPng(testChart, "en")).byteLength > 0;
  } catch {
    // The doctor's question is whether it works; why it does not stands in what it advises.
    return false;
  }
}
