import type { Metric } from "../../services/insightService";
import { strings } from "../../strings";
import { classes } from "../ui/classes";
import { Glyph } from "./Glyph";
import { metrics } from "./metrics";

const words = strings.insights;

/** Which metrics the chart draws, which is its legend too. The last one stays. */
export function MetricToggles({
  shown,
  onChange,
}: {
  shown: readonly Metric[];
  onChange: (shown: Metric[]) => void;
}) {
  return (
    <fieldset className="-mx-4 flex min-w-0 gap-1.5 overflow-x-auto px-4 py-1 sm:-mx-2.5 sm:flex-wrap sm:px-0">
      <legend className="sr-only">{words.shown}</legend>
      {metrics.map((metric) => {
        const on = shown.includes(metric);
        const last = on && shown.length === 1;
        return (
          <button
            key={metric}
            type="button"
            aria-pressed={on}
            aria-disabled={last}
            onClick={() => {
              if (!last) onChange(metrics.filter((each) => (each === metric ? !on : shown.includes(each))));
            }}
            className={classes(
              "inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full border px-2.5 text-sm whitespace-nowrap -outline-offset-2 transition-colors max-sm:h-9 max-sm:px-3",
              on
                ? "border-edge bg-raised font-medium shadow-card"
                : "border-transparent text-soft hover:bg-hover hover:text-ink",
            )}
          >
            <span className={on ? "" : "opacity-45"}>
              <Glyph metric={metric} />
            </span>
            {words.metrics[metric]}
          </button>
        );
      })}
    </fieldset>
  );
}
