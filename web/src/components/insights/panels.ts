import type { Bucket, Chart, Metric, Series } from "../../services/insightService";
import { type Kind, kindOf } from "./metrics";

/** One line of the chart, with the same of the period before, bucket by bucket. */
export interface Line {
  key: string;
  metric: Metric;
  currency?: string;
  values: readonly (number | null)[];
  previous: readonly (number | null)[] | null;
}

/** Lines that share an axis: numbers of one kind, and of one currency. */
export interface Panel {
  key: string;
  kind: Kind;
  currency?: string;
  lines: Line[];
}

/** The chart's lines of these metrics. The previous period may have another number of buckets; each is beside the one of its place. */
export function linesOf(
  chart: Pick<Chart, "series" | "previous">,
  shown: readonly Metric[],
  compare: boolean,
): Line[] {
  return shown.flatMap((metric) =>
    chart.series
      .filter((series) => series.metric === metric)
      .map(({ currency, values }) => ({
        key: currency === undefined ? metric : `${metric}-${currency}`,
        metric,
        ...(currency === undefined ? {} : { currency }),
        values,
        previous: compare ? previousOf(chart.previous?.series, metric, currency, values.length) : null,
      })),
  );
}

function previousOf(
  all: readonly Series[] | undefined,
  metric: Metric,
  currency: string | undefined,
  length: number,
) {
  const found = all?.find((series) => series.metric === metric && series.currency === currency);
  return found ? Array.from({ length }, (_, at) => found.values[at] ?? null) : null;
}

/** The lines by the axis they need. */
export function panelsOf(lines: readonly Line[]): Panel[] {
  const panels = new Map<string, Panel>();
  for (const line of lines) {
    const kind = kindOf(line.metric);
    const key = line.currency === undefined ? kind : `${kind}-${line.currency}`;
    const panel = panels.get(key) ?? {
      key,
      kind,
      ...(line.currency === undefined ? {} : { currency: line.currency }),
      lines: [],
    };
    panel.lines.push(line);
    panels.set(key, panel);
  }
  return [...panels.values()];
}

/** A stretch of buckets that are alike in something other than their values. */
export interface Stretch {
  state: Exclude<Bucket["state"], "complete" | "clipped">;
  from: number;
  /** The last one of them. */
  to: number;
}

/** Where the buckets are running, still to come, or before the first event. Those that the range cuts are complete in it. */
export function stretchesOf(buckets: readonly Bucket[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, { state }] of buckets.entries()) {
    if (state === "complete" || state === "clipped") continue;
    const last = stretches.at(-1);
    if (last?.state === state && last.to === at - 1) last.to = at;
    else stretches.push({ state, from: at, to: at });
  }
  return stretches;
}
