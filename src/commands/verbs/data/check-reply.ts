import type { Import } from "../../../db/imports/imports.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import type { Finding, FindingCode, QualityReport } from "../../../sources/report/quality.ts";
import { formatPeople } from "../../speech/segment-words.ts";
import { findingTexts } from "./finding-words.ts";
import { says } from "./words.ts";

/**
 * What was odd in a file, and what was done with it.
 *
 * @param misfits Customers of the base who fit no segment; told with the newest file.
 */
export function checkReply(
  file: Import,
  { files, misfits }: { readonly files: readonly Import[]; readonly misfits: number },
  format: Format,
): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const report = file.report as QualityReport;
  const others = files.filter(({ id }) => id !== file.id).slice(0, report.rejectsKept > 0 ? 1 : 2);
  return {
    headline: words.headline(file.fileName, format.number(report.stored), format.number(report.rows)),
    facts: [
      { label: words.rows, value: format.number(report.rows) },
      { label: words.stored, value: format.number(report.stored) },
      { label: words.rejected, value: format.number(report.rejected) },
      {
        label: words.customers,
        value: words.newAndUpdated(
          format.number(report.newCustomers),
          format.number(report.updatedCustomers),
        ),
      },
    ],
    paragraphs: [
      ...(report.findings.length === 0 ? [words.clean] : []),
      ...(report.taken === undefined || report.taken.length === 0
        ? []
        : [words.taken(report.taken.join(", "))]),
      ...(misfits > 0 ? [words.misfits(formatPeople(misfits, format))] : []),
    ],
    ...(report.findings.length === 0 ? {} : { table: findingsTable(report.findings, format) }),
    actions: [
      { label: words.list, line: "list" },
      { label: words.howItWasRead, line: `data map f${file.id}` },
      ...(report.rejectsKept > 0 ? [{ label: words.rejectsFile, line: `data rejects f${file.id}` }] : []),
      ...others.map(({ id, fileName }) => ({ label: words.otherFile(fileName), line: `data check f${id}` })),
    ],
    data: {
      file: file.id,
      fileName: file.fileName,
      kind: file.kind,
      report: file.report,
      read: report.read === undefined ? null : { ...report.read, questions: [] },
    },
  };
}

function findingsTable(findings: readonly Finding[], format: Format) {
  const words = says[format.locale];
  return {
    columns: [
      { label: words.count, align: "right" as const },
      { label: words.what, align: "left" as const },
      { label: words.done, align: "left" as const },
    ],
    rows: findings.map((finding) => {
      const [what, done] = findingTexts[format.locale][finding.code];
      const count = aboutColumns.has(finding.code) ? "–" : format.number(finding.count);
      return [count, describe(finding, what, format), done];
    }),
  };
}

/** Findings that say something of a column, not of a number of rows. */
const aboutColumns: ReadonlySet<FindingCode> = new Set([
  "no_order_column",
  "sample_left",
  "assumed_date_order",
  "excel_dates",
  "ignored_column",
  "response_column",
  "guessed_column",
  "outcome_column",
]);

/** "Income: values far from the others (for example 666666)". */
function describe(
  { column, samples, range, amountCents, worth, count }: Finding,
  what: string,
  format: Format,
): string {
  const words = says[format.locale];
  const details = [
    ...(range === undefined ? [] : [words.outside(plain(range.from, format), plain(range.to, format))]),
    // The samples of fewer than five people would be those people's own.
    ...(samples === undefined || samples.length === 0 || isSmallCell(count)
      ? []
      : [words.forExample(samples.join(", "))]),
    ...(amountCents === undefined || amountCents === 0
      ? []
      : [words.moneyLeftOut(format.money(amountCents))]),
    ...(worth === undefined
      ? []
      : [words.worth(format.money(worth.beforeCents), format.money(worth.afterCents))]),
  ];
  const subject = column === undefined ? what : `${column}: ${what}`;
  return details.length === 0 ? subject : `${subject} (${details.join("; ")})`;
}

/** Years are no amounts: 1912, not 1,912. */
function plain(value: number, format: Format): string {
  return Number.isInteger(value) && value > 1800 && value < 2200 ? String(value) : format.number(value);
}
