import type { Metric } from "../../services/insightService";

/** All metrics, in the order in which people read them. */
export const metrics = [
  "impressions",
  "views",
  "clicks",
  "ctr",
  "conversions",
  "conversion_rate",
  "refunds",
  "revenue",
  "assets_created",
  "projects_created",
] as const satisfies readonly Metric[];

/** The metrics that assets can be ranked by. */
export const rankings = [
  "views",
  "impressions",
  "clicks",
  "ctr",
  "conversions",
  "conversion_rate",
  "revenue",
  "refunds",
] as const satisfies readonly Metric[];

export type Ranking = (typeof rankings)[number];

/** The metrics that the chart shows unless others are chosen. */
export const defaultMetrics: readonly Metric[] = ["views", "clicks", "conversions"];

/** What kind of number a metric is: kinds never share an axis. */
export type Kind = "count" | "ratio" | "money";

export function kindOf(metric: Metric): Kind {
  if (metric === "ctr" || metric === "conversion_rate") return "ratio";
  return metric === "revenue" ? "money" : "count";
}

/** How a metric is drawn: by colour and by the shape of its points. */
export interface Drawing {
  stroke: string;
  fill: string;
  glyph: "circle" | "square" | "diamond" | "triangle";
}

const accent = { stroke: "stroke-accent", fill: "fill-accent" };
const blue = { stroke: "stroke-run", fill: "fill-run" };
const green = { stroke: "stroke-good", fill: "fill-good" };
const red = { stroke: "stroke-bad", fill: "fill-bad" };
const amber = { stroke: "stroke-warn", fill: "fill-warn" };
const grey = { stroke: "stroke-soft", fill: "fill-soft" };
const ink = { stroke: "stroke-ink", fill: "fill-ink" };

export const drawings: Record<Metric, Drawing> = {
  impressions: { ...grey, glyph: "square" },
  views: { ...accent, glyph: "circle" },
  clicks: { ...blue, glyph: "square" },
  ctr: { ...blue, glyph: "triangle" },
  conversions: { ...green, glyph: "diamond" },
  conversion_rate: { ...green, glyph: "square" },
  refunds: { ...red, glyph: "triangle" },
  revenue: { ...ink, glyph: "circle" },
  assets_created: { ...amber, glyph: "triangle" },
  projects_created: { ...grey, glyph: "diamond" },
};
