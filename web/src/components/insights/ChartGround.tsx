import { useId } from "react";
import type { Bucket } from "../../services/insightService";
import { strings } from "../../strings";
import { classes } from "../ui/classes";
import { type Stretch, stretchesOf } from "./panels";

/** How wide a stretch is at least to have its name written, in pixels. */
const roomForName = 72;

const grounds: Record<Stretch["state"], string> = {
  in_progress: "fill-run-soft",
  future: "",
  no_data: "fill-sunken",
};

/** What lies behind the lines: the running bucket, those to come and those before the first event, so that none looks like zero. */
export function ChartGround({
  buckets,
  width,
  height,
}: {
  buckets: readonly Bucket[];
  width: number;
  height: number;
}) {
  const pattern = useId();
  const step = width / buckets.length;
  return (
    <>
      <defs>
        <pattern
          id={pattern}
          width={7}
          height={7}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line y2={7} strokeWidth={2} className="stroke-line" />
        </pattern>
      </defs>
      {stretchesOf(buckets).map(({ state, from, to }) => {
        const box = { x: from * step, width: (to - from + 1) * step, height };
        return (
          <g key={from}>
            <rect {...box} className={classes(grounds[state] || "fill-none", "opacity-70")} />
            {state !== "in_progress" && <rect {...box} fill={`url(#${pattern})`} />}
            {box.width >= roomForName && (
              <text x={box.x + box.width / 2} y={14} textAnchor="middle" className="fill-soft text-xs">
                {strings.insights.states[state]}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
