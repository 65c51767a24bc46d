import { useFormat } from "../../format/viewer";
import type { CountFigure, Metric, RatioFigure } from "../../services/insightService";
import { strings } from "../../strings";
import { classes } from "../ui/classes";
import { Skeleton } from "../ui/Skeleton";
import { ChangeMark } from "./ChangeMark";
import { changeOf } from "./change";
import { Definition } from "./Definition";
import { Sparkline } from "./Sparkline";
import { writtenValue } from "./writing";

const words = strings.insights;

interface StatCardProps {
  metric: Metric;
  /** Undefined until it is there. */
  figure: CountFigure | RatioFigure | undefined;
  values: readonly (number | null)[] | undefined;
  waiting: boolean;
}

/** One figure: its value, how it moved, its small line, and what it means. */
export function StatCard({ metric, figure, values, waiting }: StatCardProps) {
  const format = useFormat();
  const name = metric === "views" ? words.totalViews : words.metrics[metric];
  return (
    <li className="flex min-w-0 flex-col rounded-xl border border-line bg-surface px-3.5 pt-2.5 pb-3.5 sm:px-4 shadow-card">
      <div className="flex min-h-7 items-center justify-between gap-1 max-sm:min-h-9">
        <h2 className="line-clamp-2 text-sm font-medium text-soft max-sm:text-xs max-sm:leading-4">{name}</h2>
        <Definition metric={metric} />
      </div>
      {figure === undefined ? (
        <Waiting />
      ) : (
        <div className={classes("transition-opacity", waiting && "opacity-55")}>
          <p className="mt-0.5 truncate text-2xl font-semibold tabular-nums">
            {figure.value === null ? (
              <span className="text-soft">{words.unknown}</span>
            ) : (
              writtenValue(format, metric, figure.value)
            )}
          </p>
          <div className="mt-1.5 flex h-5 items-center gap-x-2 gap-y-0.5 overflow-hidden text-xs text-soft max-sm:h-10 max-sm:flex-col max-sm:items-start">
            {figure.value === null ? (
              <span>{figure.reason ? words.reasons[figure.reason] : null}</span>
            ) : (
              <>
                <ChangeMark change={changeOf(figure)} />
                {figure.previous !== null && (
                  <span className="truncate tabular-nums">
                    {words.before(writtenValue(format, metric, figure.previous))}
                  </span>
                )}
              </>
            )}
          </div>
        </div>
      )}
      <div className="mt-3 h-9">{values && values.length > 1 && <Sparkline values={values} />}</div>
    </li>
  );
}

function Waiting() {
  return (
    <div>
      <Skeleton className="mt-1.5 h-6 w-24" />
      <Skeleton className="mt-2.5 h-4 w-32" />
    </div>
  );
}
