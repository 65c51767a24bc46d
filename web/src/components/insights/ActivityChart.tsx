import { type PointerEvent, useMemo, useState } from "react";
import { useFormat } from "../../format/viewer";
import type { Chart } from "../../services/insightService";
import { strings } from "../../strings";
import { newBucketLabels } from "./bucketLabels";
import { ChartPanel, gutter, panelTitle } from "./ChartPanel";
import { ChartTooltip } from "./ChartTooltip";
import { type Line, panelsOf } from "./panels";
import { bucketAt, labelled, middle } from "./scale";
import { useWidth } from "./useWidth";
import { seriesName, writtenValue } from "./writing";

const words = strings.insights;

/** The height of a panel that is alone, and of each of several, in pixels. */
const heights = { alone: 264, several: 184 };

interface ActivityChartProps {
  buckets: Chart["buckets"];
  query: Chart["query"];
  lines: readonly Line[];
}

/**
 * Lines over time, one panel for each kind of number. A bucket is looked at by pointing, or with the keys of a slider that lies over
 * the chart: it is the browser's own, so arrows, Home and End work, and it says the numbers.
 */
export function ActivityChart({ buckets, query, lines }: ActivityChartProps) {
  const format = useFormat();
  const { element, width } = useWidth<HTMLDivElement>();
  const [active, setActive] = useState<number | null>(null);
  const labels = useMemo(() => newBucketLabels(format.locale, query), [format.locale, query]);
  const panels = panelsOf(lines);
  const height = panels.length === 1 ? heights.alone : heights.several;
  const inner = Math.max(0, width - gutter);
  const looked = active === null ? undefined : buckets[active];

  function point(event: PointerEvent) {
    const left = event.currentTarget.getBoundingClientRect().left + gutter;
    setActive(bucketAt(event.clientX - left, buckets.length, inner));
  }
  function spoken(at: number): string {
    const bucket = buckets[at];
    if (!bucket) return "";
    const values = lines.map((line) => {
      const value = writtenValue(format, line.metric, line.values[at] ?? null, line.currency);
      return words.spokenValue(seriesName(line.metric, line.currency), value);
    });
    const state = words.states[bucket.state];
    return words.spoken(labels.full(bucket), [...(state ? [state] : []), ...values].join(", "));
  }

  return (
    <div
      ref={element}
      onPointerDown={point}
      onPointerMove={point}
      onPointerLeave={() => setActive(null)}
      className="relative touch-pan-y rounded-md outline-offset-4 has-focus-visible:outline-2 has-focus-visible:outline-accent"
    >
      <input
        type="range"
        min={0}
        max={buckets.length - 1}
        value={active ?? buckets.length - 1}
        aria-label={words.chartLabel(
          format.list([...new Set(lines.map(({ metric }) => words.metrics[metric]))]),
        )}
        aria-valuetext={spoken(active ?? buckets.length - 1)}
        onFocus={(event) =>
          event.target.matches(":focus-visible") && setActive((at) => at ?? buckets.length - 1)
        }
        onBlur={() => setActive(null)}
        onChange={(event) => setActive(Number(event.target.value))}
        onKeyDown={(event) => event.key === "Escape" && setActive(null)}
        className="sr-only"
      />
      {panels.map((panel) => (
        <div key={panel.key} style={{ height }}>
          {width > 0 && (
            <ChartPanel
              panel={panel}
              buckets={buckets}
              width={width}
              height={height}
              active={active}
              title={panels.length > 1 ? panelTitle(panel) : null}
            />
          )}
        </div>
      ))}
      <svg width={width} height={20} aria-hidden="true" className="block overflow-visible">
        {width > 0 &&
          labelled(buckets.length, inner).map((at) => {
            const bucket = buckets[at];
            if (!bucket) return null;
            return (
              <text
                key={bucket.id}
                x={gutter + middle(at, buckets.length, inner)}
                y={13}
                textAnchor="middle"
                className="fill-soft text-xs"
              >
                {labels.short(bucket)}
              </text>
            );
          })}
      </svg>
      {active !== null && looked && (
        <ChartTooltip
          at={active}
          x={gutter + middle(active, buckets.length, inner)}
          width={width}
          title={labels.full(looked)}
          state={words.states[looked.state]}
          lines={lines}
        />
      )}
    </div>
  );
}
