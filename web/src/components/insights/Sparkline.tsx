import { area, curveMonotoneX, line } from "d3-shape";
import { middle, place } from "./scale";

interface SparklineProps {
  values: readonly (number | null)[];
}

/** The drawing's own units; it is stretched to the width it gets. */
const width = 200;
const height = 36;
const margin = 1.5;

/** A small line without axes: the way of a number, not its size. Says nothing that the card does not say. */
export function Sparkline({ values }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const axis = { low: Math.min(0, ...known), high: Math.max(0, ...known) || 1, ticks: [] };
  const x = (_: number | null, at: number) => middle(at, values.length, width);
  const y = (value: number | null) => margin + place(axis, value ?? 0, height - 2 * margin);
  const isKnown = (value: number | null) => value !== null;
  const stroke = line<number | null>().defined(isKnown).x(x).y(y).curve(curveMonotoneX)(values);
  const ground = area<number | null>().defined(isKnown).x(x).y1(y).y0(height).curve(curveMonotoneX)(values);

  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-9 w-full overflow-visible"
    >
      {ground && <path d={ground} className="fill-accent/12" />}
      {stroke && (
        <path
          d={stroke}
          vectorEffect="non-scaling-stroke"
          className="fill-none stroke-accent"
          strokeWidth={1.5}
          strokeLinecap="round"
        />
      )}
    </svg>
  );
}
