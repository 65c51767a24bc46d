import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  type ChartAsk,
  getChart,
  getDefinitions,
  getStats,
  listTopAssets,
  type Scope,
  type TopAsk,
} from "../../services/insightService";
import { metrics } from "./metrics";

/** Figures move slowly, and looking at them is no hurry: a visible tab asks again once a minute. */
const again = { staleTime: 20_000, refetchInterval: 60_000, placeholderData: keepPreviousData };

/** All metrics, whole and by channel. */
export function statsQuery(scope: Scope) {
  return queryOptions({
    queryKey: ["insights", "stats", scope],
    queryFn: ({ signal }) => getStats(scope, signal),
    ...again,
  });
}

/** All metrics by interval and for the period before: one answer for the chart, whatever it shows, and for the small lines. */
export function chartQuery(scope: Scope, interval: ChartAsk["interval"]) {
  const ask: ChartAsk = { metrics: [...metrics], interval, compare: "previous" };
  return queryOptions({
    queryKey: ["insights", "chart", scope, interval],
    queryFn: ({ signal }) => getChart(scope, ask, signal),
    ...again,
  });
}

/** The ranking of assets. */
export function topQuery(scope: Scope, ask: TopAsk) {
  return queryOptions({
    queryKey: ["insights", "top", scope, ask],
    queryFn: ({ signal }) => listTopAssets(scope, ask, signal),
    ...again,
  });
}

/** What each metric is: changes with the server alone. */
export const definitionsQuery = queryOptions({
  queryKey: ["insights", "definitions"],
  queryFn: ({ signal }) => getDefinitions(signal),
  staleTime: Number.POSITIVE_INFINITY,
});
