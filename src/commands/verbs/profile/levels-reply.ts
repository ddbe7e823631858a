import { at } from "../../../lib/at.ts";
import type { LevelCount } from "../../../db/features/distributions.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Chart, ReplyBody } from "../../../contract/reply.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { compareValues, versus } from "../../speech/comparison.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { numberedName, segmentSays, titleOf } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** Levels shown by themselves; the rarer ones are added up. */
const mostLevels = 8;

/** A text column of a segment and of all customers. */
interface Levels {
  readonly label: string;
  readonly levels: readonly LevelCount[];
}

/** The part of a level in a segment and in the base, in [0, 1]. */
interface LevelShare {
  readonly level: string;
  readonly segment: number;
  readonly base: number;
}

/** Which levels of a text column a segment has more and less of than all customers. */
export function levelsReply(segment: Segment, { label, levels }: Levels, context: CommandContext): ReplyBody {
  const { locale, format } = context;
  const words = says[locale];
  const shares = levelShares(levels, format);
  const ranked = [...shares].sort((a, b) => Math.abs(b.segment - b.base) - Math.abs(a.segment - a.base));
  const [first] = ranked;
  if (first === undefined || (shares.length === 1 && levels.length > mostLevels)) {
    throw new UserError(words.tooMany(label), { actions: [profileAction(segment, format)] });
  }
  const finding = (name: string) =>
    words.byLevel(name, first.level, format.percent(first.segment), compareShares(first, format));
  return {
    headline: finding(titleOf(segment, format)),
    facts: ranked.slice(0, 4).map((share) => ({
      label: share.level,
      value: format.percent(share.segment),
      comparison: compareShares(share, format),
    })),
    charts: [levelsChart(segment, shares, finding(nameOf(segment, locale)), format)],
    actions: [profileAction(segment, format)],
    data: {
      number: segment.number,
      column: label,
      levels: shares.map(({ level, segment, base }) => ({ level, segment, base })),
    },
  };
}

function compareShares({ segment, base }: LevelShare, format: Format): string {
  return compareValues({ unit: "share" }, { value: segment, other: base }, format);
}

function profileAction(segment: Segment, format: Format) {
  return { label: says[format.locale].profile, line: `profile ${segment.number}` };
}

/** The most frequent levels; rare ones, and those of fewer than five people, are added up under "other". */
function levelShares(levels: readonly LevelCount[], format: Format): readonly LevelShare[] {
  const words = says[format.locale];
  const total = (key: "segment" | "base") => levels.reduce((sum, level) => sum + level[key], 0);
  const [people, everybody] = [total("segment"), total("base")];
  const isShown = (level: LevelCount, i: number) =>
    i < mostLevels && !isSmallCell(level.segment) && !isSmallCell(level.base);
  const rest = levels.filter((level, i) => !isShown(level, i));
  const other = {
    level: words.otherLevels,
    segment: rest.reduce((sum, level) => sum + level.segment, 0),
    base: rest.reduce((sum, level) => sum + level.base, 0),
  };
  const shown = [
    ...levels.filter(isShown),
    ...(isSmallCell(other.segment) || other.base === 0 ? [] : [other]),
  ];
  return shown.map(({ level, segment, base }) => ({
    level: level ?? words.unknownValue,
    segment: people === 0 ? 0 : segment / people,
    base: everybody === 0 ? 0 : base / everybody,
  }));
}

/** A feature of zeros and ones as two levels. */
export function flagLevels(
  active: ActiveSegmentation,
  segment: Segment,
  position: number,
  format: Format,
): readonly LevelCount[] {
  const words = says[format.locale];
  const count = (statistics: Segment["statistics"] | ActiveSegmentation["metrics"]["base"]) => {
    const known = at(statistics.counts, position);
    const yes = Math.round((at(statistics.means, position) ?? 0) * known);
    return { yes, no: known - yes };
  };
  const [own, base] = [count(segment.statistics), count(active.metrics.base)];
  return [
    { level: words.yes, segment: own.yes, base: base.yes },
    { level: words.no, segment: own.no, base: base.no },
  ];
}

function levelsChart(segment: Segment, shares: readonly LevelShare[], title: string, format: Format): Chart {
  const { locale } = format;
  return {
    spec: "segment-categories",
    rows: shares.map((share) => ({
      category: share.level,
      segment: share.segment,
      segmentLabel: format.percent(share.segment),
      base: share.base,
      baseLabel: format.percent(share.base),
    })),
    words: { title, segment: numberedName(segment, format), base: segmentSays[locale].everybody },
    altText: says[locale].altText(
      nameOf(segment, locale),
      shares
        .map(({ level, segment, base }) => `${level}: ${versus({ unit: "share" }, [segment, base], format)}`)
        .join("; "),
    ),
  };
}
