import type { Bucket, Chart } from "../../services/insightService";

/** How the buckets of a chart are called: short under the axis, in full where one is looked at. */
export interface BucketLabels {
  short(bucket: Bucket): string;
  full(bucket: Bucket): string;
}

type Written = Record<Chart["query"]["interval"], Intl.DateTimeFormatOptions>;

const short: Written = {
  hour: { hour: "2-digit", minute: "2-digit" },
  day: { day: "numeric", month: "short" },
  week: { day: "numeric", month: "short" },
  month: { month: "short", year: "2-digit" },
};

const full: Written = {
  hour: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  day: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  week: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
};

/** Labels in a language, by the clocks of the zone that the chart was asked in; a week by its first and its last day. */
export function newBucketLabels(
  locale: string,
  { tz, interval }: Pick<Chart["query"], "tz" | "interval">,
): BucketLabels {
  const shorts = new Intl.DateTimeFormat(locale, { ...short[interval], timeZone: tz });
  const fulls = new Intl.DateTimeFormat(locale, { ...full[interval], timeZone: tz });
  return {
    short: ({ id }) => shorts.format(Date.parse(id)),
    full: ({ id, end }) =>
      // A bucket ends where the next begins: its last day is that of the moment before.
      interval === "week"
        ? fulls.formatRange(Date.parse(id), Date.parse(end) - 1)
        : fulls.format(Date.parse(id)),
  };
}

/** The range of a question as dates, "27 Oct – 25 Nov 2026". */
export function writtenRange(
  locale: string,
  { start, end, tz }: Pick<Chart["query"], "start" | "end" | "tz">,
): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: tz,
  }).formatRange(Date.parse(start), Date.parse(end) - 1);
}
