import type { Chart, Metric, Stats } from "../../services/insightService";
import { StatCard } from "./StatCard";

/** The figures that matter most. */
const cards = ["views", "ctr", "conversion_rate", "assets_created"] as const satisfies readonly Metric[];

/** The cards above: each has its place before its figure is there. */
export function StatCards({ stats, chart, waiting }: { stats?: Stats; chart?: Chart; waiting: boolean }) {
  return (
    <ul aria-busy={waiting} className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      {cards.map((metric) => (
        <StatCard
          key={metric}
          metric={metric}
          figure={stats?.metrics[metric]}
          values={chart?.series.find((series) => series.metric === metric)?.values}
          waiting={waiting}
        />
      ))}
    </ul>
  );
}
