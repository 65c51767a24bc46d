import type { Channel, ChartAsk, Metric, Scope } from "../../services/insightService";
import { listOf, oneOf } from "../../url/params";
import { dateOf, daysBetween } from "./days";
import { defaultMetrics, metrics, type Ranking, rankings } from "./metrics";

export const ranges = ["7d", "30d", "90d", "12mo"] as const;
export const channels = [
  "shopify",
  "amazon",
  "tiktok",
  "direct",
  "other",
] as const satisfies readonly Channel[];
export const kinds = ["image", "video", "text"] as const;
export const intervals = ["auto", "hour", "day", "week", "month"] as const;

export type RangeName = (typeof ranges)[number];
export type Interval = (typeof intervals)[number];

/** What the address of the screen says. What is absent holds its default: 30 days, everything, the chart with the period before. */
export interface InsightsSearch {
  range?: RangeName;
  /** The first local date of a range of one's own; together with `end`, the date after its last. */
  start?: string;
  end?: string;
  channel?: Channel[];
  type?: (typeof kinds)[number][];
  /** What the chart shows. */
  metrics?: Metric[];
  interval?: Exclude<Interval, "auto">;
  /** The chart without the period before. */
  alone?: true;
  /** The chart's numbers as a table. */
  view?: "table";
  /** What assets are ranked by. */
  top?: Ranking;
  /** Which revenue is shown where only one can be. */
  currency?: string;
}

/** Reads the search parameters of `/insights`. */
export function insightsSearch(given: Record<string, unknown>): InsightsSearch {
  const range = oneOf(given.range, ranges);
  const start = dateOf(given.start);
  const end = dateOf(given.end);
  const own = start !== undefined && end !== undefined && daysBetween(start, end) > 0;
  const interval = oneOf(given.interval, intervals);
  const shown = listOf(given.metrics, metrics);
  const top = oneOf(given.top, rankings);
  const currency = typeof given.currency === "string" && /^[A-Z]{3}$/.test(given.currency);
  const search = {
    range: own || range === "30d" ? undefined : range,
    start: own ? start : undefined,
    end: own ? end : undefined,
    channel: listOf(given.channel, channels),
    type: listOf(given.type, kinds),
    metrics: shown?.join() === defaultMetrics.join() ? undefined : shown,
    interval: interval === "auto" ? undefined : interval,
    alone: given.alone === true || given.alone === "true" ? true : undefined,
    view: oneOf(given.view, ["table"] as const),
    top: top === "views" ? undefined : top,
    currency: currency ? given.currency : undefined,
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** The range and filters as the API asks for them, in the reader's zone. */
export function scopeOf({ range, start, end, channel, type }: InsightsSearch, tz: string): Scope {
  return {
    tz,
    ...(start && end ? { start, end } : { range: range ?? "30d" }),
    ...(channel ? { channel } : {}),
    ...(type ? { asset_type: type } : {}),
  };
}

/** The chart as it is shown, for its export. */
export function chartAskOf(search: InsightsSearch): ChartAsk {
  return {
    metrics: search.metrics ?? [...defaultMetrics],
    interval: search.interval ?? "auto",
    ...(search.alone ? {} : { compare: "previous" }),
  };
}

/** How many days the range has, about: of months their usual number. */
export function daysOf({ range, start, end }: InsightsSearch): number {
  if (start && end) return daysBetween(start, end);
  return { "7d": 7, "30d": 30, "90d": 90, "12mo": 366 }[range ?? "30d"];
}

/** The intervals that make a chart of this range: not more than 1 000 buckets, and at least two. */
export function intervalsFor(search: InsightsSearch): Interval[] {
  const days = daysOf(search);
  const fits: Record<Interval, boolean> = {
    auto: true,
    hour: days <= 41,
    day: days >= 2 && days <= 1000,
    week: days >= 14 && days <= 7000,
    month: days >= 60,
  };
  return intervals.filter((interval) => fits[interval] || interval === search.interval);
}

/** True if anything narrows the figures, so that "nothing" may mean "nothing matches". */
export function isFiltered({ channel, type }: InsightsSearch): boolean {
  return Boolean(channel || type);
}
