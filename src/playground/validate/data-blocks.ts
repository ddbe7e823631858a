import type { Json } from "../../contract/reply.ts";
import { isList, isObject } from "../workspace/json.ts";
import {
  anything,
  both,
  byType,
  type Check,
  complaint,
  finite,
  flag,
  integer,
  list,
  object,
  oneOf,
  text,
} from "./check.ts";
import { identifiable } from "./composition.ts";

const typed = { type: anything };

/** Rich text is checked for its outline only: the app under test writes none but table cells. */
export const richText = object({
  required: { ...typed, elements: list(richTextPart, 1000) },
  optional: identifiable,
});

function richTextPart(value: Json, pointer: string): readonly string[] {
  return byType({
    rich_text_section: anything,
    rich_text_list: anything,
    rich_text_quote: anything,
    rich_text_preformatted: anything,
  })(value, pointer);
}

const rawText = object({ required: { ...typed, text: text(10_000) } });
const rawNumber = object({ required: { ...typed, value: finite }, optional: { text: text(10_000) } });
const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: richText });

const columnSetting = object({
  optional: { align: oneOf("left", "center", "right"), is_wrapped: flag },
});

export const table = object({
  required: { ...typed, rows: list(list(cell, 20), 100) },
  optional: {
    ...identifiable,
    column_settings: list((value, pointer) => (value === null ? [] : columnSetting(value, pointer)), 20),
  },
});

/** Every row as long as the first, and a header without rich text. */
function evenRows(value: Json, pointer: string): readonly string[] {
  const rows = isObject(value) && isList(value["rows"]) ? value["rows"].filter(isList) : [];
  const [header = []] = rows;
  const uneven = rows.findIndex((row) => row.length !== header.length);
  const rich = header.findIndex((entry) => isObject(entry) && entry["type"] === "rich_text");
  return [
    ...(uneven === -1
      ? []
      : [complaint("all rows must have the same number of cells", `${pointer}/rows/${uneven}`)]),
    ...(rich === -1
      ? []
      : [complaint("rich_text is not allowed in the header", `${pointer}/rows/0/${rich}`)]),
  ];
}

export const dataTable = both(
  object({
    required: { ...typed, rows: list(list(cell, 20), 101, 2), caption: text(2000) },
    optional: {
      ...identifiable,
      page_size: integer(1, 100),
      row_header_column_index: integer(0, 19),
    },
  }),
  evenRows,
);

const label = text(20);
const point = object({ required: { label, value: finite } });
const series = object({ required: { name: label, data: list(point, 20) } });

const cartesian = object({
  required: { ...typed, series: list(series, 12) },
  optional: {
    axis_config: object({
      optional: { categories: list(label, 20), x_label: text(50), y_label: text(50) },
    }),
  },
});

const pie = object({ required: { ...typed, segments: list(point, 12) } });

const chart: Check = byType({ pie, bar: cartesian, line: cartesian, area: cartesian });

export const dataVisualization = object({
  required: { ...typed, title: text(50), chart },
  optional: identifiable,
});
