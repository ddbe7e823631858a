/** Response training on a file whose last column is the outcome: <file> <columns with outcome>. The result is the log loss. */
import { columnOf, takeColumns } from "../../../src/analysis/numbers/matrix.ts";
import { fitLogistic } from "../../../src/analysis/response/logistic.ts";
import { readMatrix } from "../matrix-file.ts";
import { argument, measure } from "../measurement.ts";

const columns = Number(argument(1)) - 1;
const all = readMatrix(argument(0), columns + 1);
const points = takeColumns(all, [...Array(columns).keys()]);
const outcomes = columnOf(all, columns);
await measure(() => fitLogistic(points, outcomes, { ridge: 1 }).logLoss);
