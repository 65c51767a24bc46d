import { TriangleAlert } from "lucide-react";
import { type Problem, ProblemError } from "../../api/problem";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { explain, Failure } from "../ui/Failure";
import { writtenRange } from "./bucketLabels";
import { addDays, dateOf, todayIn } from "./days";
import { type InsightsSearch, intervals } from "./search";
import type { Change } from "./useInsightsSearch";

const words = strings.insights;

interface InsightsFailureProps {
  error: unknown;
  onRetry: () => void;
  search: InsightsSearch;
  change: Change;
}

/** What went wrong, beside what stays on screen. Where trying again would not help but another question would, it offers that one. */
export function InsightsFailure({ error, onRetry, search, change }: InsightsFailureProps) {
  const { locale, zone } = useFormat();
  const way = wayOut(error);
  if (way === null) return <Failure as="line" error={error} onRetry={onRetry} />;

  const end = search.end && search.end > (way.start ?? "") ? search.end : addDays(todayIn(zone), 1);
  const { title, detail } = explain(error);
  // The mistake at the parameter says what is allowed; why it is so, only the whole does.
  const said = error instanceof ProblemError && way.start ? error.problem.detail : detail;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-warn-soft px-4 py-2.5 text-sm"
    >
      <TriangleAlert size={16} className="shrink-0 text-warn" />
      <p className="min-w-48 flex-1">
        <strong className="font-semibold">{title}.</strong> {said}
      </p>
      {way.interval && (
        <Button onClick={() => change({ interval: way.interval })}>
          {words.showBy(words.byInterval[way.interval])}
        </Button>
      )}
      {way.start && (
        <Button onClick={() => change({ range: undefined, start: way.start, end })}>
          {words.startOn(writtenRange(locale, { start: way.start, end: addDays(way.start, 1), tz: "UTC" }))}
        </Button>
      )}
    </div>
  );
}

interface WayOut {
  start?: string;
  interval?: Exclude<(typeof intervals)[number], "auto">;
}

/** The question that would be answered: from the earliest start that single events are kept for, or by the finest interval that fits. */
function wayOut(error: unknown): WayOut | null {
  if (!(error instanceof ProblemError)) return null;
  const { earliest, finest_interval } = error.problem as Problem & {
    earliest?: string;
    finest_interval?: string;
  };
  const start = dateOf(earliest?.slice(0, 10));
  if (start) return { start };
  const interval = intervals.find((each) => each === finest_interval);
  return interval && interval !== "auto" ? { interval } : null;
}
