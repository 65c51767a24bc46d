import { Rows3, TrendingUp } from "lucide-react";
import type { Chart } from "../../services/insightService";
import { strings } from "../../strings";
import { Segmented } from "../ui/Segmented";
import { Skeleton } from "../ui/Skeleton";
import { ActivityChart } from "./ActivityChart";
import { ActivityTable } from "./ActivityTable";
import { Card } from "./Card";
import { ChartKey } from "./ChartKey";
import { ChartOptions } from "./ChartOptions";
import { InsightsFailure } from "./InsightsFailure";
import { MetricToggles } from "./MetricToggles";
import { defaultMetrics } from "./metrics";
import { linesOf } from "./panels";
import type { InsightsSearch } from "./search";
import type { Change } from "./useInsightsSearch";

const words = strings.insights;

interface ActivityCardProps {
  chart: Chart | undefined;
  error: unknown;
  onRetry: () => void;
  waiting: boolean;
  search: InsightsSearch;
  change: Change;
}

/** What happened over time: several metrics, as lines or as a table of the same numbers. */
export function ActivityCard({ chart, error, onRetry, waiting, search, change }: ActivityCardProps) {
  const shown = search.metrics ?? defaultMetrics;
  const lines = chart ? linesOf(chart, shown, !search.alone) : [];

  return (
    <Card
      title={words.activity}
      waiting={waiting}
      actions={
        <>
          <ChartOptions search={search} change={change} used={chart?.query.interval} />
          <Segmented
            label={words.view}
            value={search.view ?? "chart"}
            options={[
              { value: "chart", label: words.views.chart, icon: <TrendingUp size={14} /> },
              { value: "table", label: words.views.table, icon: <Rows3 size={14} /> },
            ]}
            onChange={(view) => change({ view: view === "table" ? "table" : undefined })}
          />
        </>
      }
    >
      <MetricToggles
        shown={shown}
        onChange={(next) => change({ metrics: next.join() === defaultMetrics.join() ? undefined : next })}
      />
      <div className="mt-3 flex min-h-72 flex-col gap-3">
        {error !== null && (
          <InsightsFailure error={error} onRetry={onRetry} search={search} change={change} />
        )}
        {chart === undefined ? (
          error === null && <Skeleton className="h-72" />
        ) : search.view === "table" ? (
          <ActivityTable buckets={chart.buckets} query={chart.query} lines={lines} />
        ) : (
          <>
            <ActivityChart buckets={chart.buckets} query={chart.query} lines={lines} />
            <ChartKey buckets={chart.buckets} compared={!search.alone} />
          </>
        )}
      </div>
    </Card>
  );
}
