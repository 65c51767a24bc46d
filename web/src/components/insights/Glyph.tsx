import type { Metric } from "../../services/insightService";
import { classes } from "../ui/classes";
import { type Drawing, drawings } from "./metrics";

const shapes: Record<Drawing["glyph"], string> = {
  circle: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z",
  square: "M-3.5 -3.5h7v7h-7Z",
  diamond: "M0 -5L5 0L0 5L-5 0Z",
  triangle: "M0 -4.6L4.7 3.6H-4.7Z",
};

/** A point of a metric's line: its colour and its shape say which. Hollow where the bucket is only a part of one. */
export function Point({
  metric,
  x,
  y,
  hollow = false,
}: {
  metric: Metric;
  x: number;
  y: number;
  hollow?: boolean;
}) {
  const { stroke, fill, glyph } = drawings[metric];
  return (
    <path
      d={shapes[glyph]}
      transform={`translate(${x} ${y})`}
      strokeWidth={hollow ? 1.75 : 2}
      className={hollow ? classes("fill-surface", stroke) : classes("stroke-surface", fill)}
    />
  );
}

/** The sign of a metric in a legend. */
export function Glyph({ metric }: { metric: Metric }) {
  return (
    <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true" className="shrink-0">
      <path d={shapes[drawings[metric].glyph]} className={drawings[metric].fill} />
    </svg>
  );
}
