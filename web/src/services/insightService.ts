import { client, read, type Schemas } from "../api/client";
import type { paths } from "../api/schema";

export type Stats = Schemas["Stats"];
export type Figures = Schemas["Figures"];
export type CountFigure = Schemas["CountFigure"];
export type RatioFigure = Schemas["RatioFigure"];
export type MoneyFigure = Schemas["MoneyFigure"];
export type Chart = Schemas["Chart"];
export type Bucket = Chart["buckets"][number];
export type Series = Chart["series"][number];
export type TopAssets = Schemas["TopAssets"];
export type TopAsset = Schemas["TopAsset"];
export type Metric = Schemas["Metric"];
export type Channel = Schemas["Channel"];
export type Reason = Schemas["Reason"];
export type Source = Schemas["Source"];
export type Definition = Schemas["Definitions"]["metrics"][number];

type ChartQuery = NonNullable<paths["/insights/charts"]["get"]["parameters"]["query"]>;
type TopQuery = NonNullable<paths["/insights/top-assets"]["get"]["parameters"]["query"]>;

/** The range, zone and filters that all figures of the screen share. */
export type Scope = NonNullable<paths["/insights/stats"]["get"]["parameters"]["query"]>;

/** What a chart is asked for beyond its scope. */
export type ChartAsk = Pick<ChartQuery, "metrics" | "interval" | "compare">;

/** What a ranking is asked for beyond its scope. */
export type TopAsk = Pick<TopQuery, "metric" | "currency" | "limit">;

/** All metrics over the range, beside the period before, and for each channel. */
export function getStats(scope: Scope, signal?: AbortSignal) {
  return asked<Stats>(
    client.GET("/insights/stats", { params: { query: { ...scope, by: "channel" } }, signal }),
  );
}

/** Metrics by interval. */
export function getChart(scope: Scope, ask: ChartAsk, signal?: AbortSignal) {
  return asked<Chart>(client.GET("/insights/charts", { params: { query: { ...scope, ...ask } }, signal }));
}

/** The assets with the highest values of a metric. */
export function listTopAssets(scope: Scope, ask: TopAsk, signal?: AbortSignal) {
  return asked<TopAssets>(
    client.GET("/insights/top-assets", { params: { query: { ...scope, ...ask } }, signal }),
  );
}

/** What each metric is. */
export function getDefinitions(signal?: AbortSignal) {
  return read(client.GET("/insights/definitions", { signal }));
}

/** Figures as data: a table is only answered where one is asked for. */
async function asked<T extends object>(
  pending: Promise<{ data?: T | string; error?: unknown; response: Response }>,
): Promise<T> {
  return (await read(pending)) as T;
}

/** A file to save: its name is the server's. */
export interface SavedFile {
  name: string;
  content: Blob;
}

const asSheet = { headers: { Accept: "text/csv" }, parseAs: "blob" as const };

/** The metrics and channels as a table (CSV). */
export function exportStats(scope: Scope) {
  const params = { query: { ...scope, by: "channel" as const } };
  return fileOf(client.GET("/insights/stats", { params, ...asSheet }));
}

/** The chart as a table (CSV), a row a bucket. */
export function exportChart(scope: Scope, ask: ChartAsk) {
  return fileOf(client.GET("/insights/charts", { params: { query: { ...scope, ...ask } }, ...asSheet }));
}

/** The ranking as a table (CSV). */
export function exportTopAssets(scope: Scope, ask: TopAsk) {
  return fileOf(client.GET("/insights/top-assets", { params: { query: { ...scope, ...ask } }, ...asSheet }));
}

async function fileOf(
  pending: Promise<{ data?: Blob; error?: unknown; response: Response }>,
): Promise<SavedFile> {
  const answer = await pending;
  const content = await read<Blob>(Promise.resolve(answer));
  const said = answer.response.headers.get("Content-Disposition") ?? "";
  return { content, name: /filename="([^"]+)"/.exec(said)?.[1] ?? "insights.csv" };
}
