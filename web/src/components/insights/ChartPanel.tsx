import { curveMonotoneX, line } from "d3-shape";
import { useFormat } from "../../format/viewer";
import type { Bucket } from "../../services/insightService";
import { strings } from "../../strings";
import { classes } from "../ui/classes";
import { ChartGround } from "./ChartGround";
import { Point } from "./Glyph";
import { drawings } from "./metrics";
import type { Line, Panel } from "./panels";
import { middle, place, valueAxis } from "./scale";
import { seriesName, writtenShort } from "./writing";

/** Room for the numbers at the left and for the labels above and below, in pixels. */
export const gutter = 46;
const above = { untitled: 18, titled: 32 };
const below = 6;

/** Up to so many buckets, each has its point; more would hide the line. */
const pointsUpTo = 16;

interface ChartPanelProps {
  panel: Panel;
  buckets: readonly Bucket[];
  width: number;
  height: number;
  /** The bucket that is looked at. */
  active: number | null;
  /** Says what the numbers are, where there are several panels. */
  title: string | null;
}

/** Lines of one kind on one axis. What it draws is said by the chart around it, so it is silent itself. */
export function ChartPanel({ panel, buckets, width, height, active, title }: ChartPanelProps) {
  const format = useFormat();
  const axis = valueAxis(panel.lines, panel.kind);
  const top = title === null ? above.untitled : above.titled;
  const inner = { width: width - gutter, height: height - top - below };
  const metric = panel.lines[0]?.metric ?? "views";
  const x = (at: number) => middle(at, buckets.length, inner.width);
  const y = (value: number) => place(axis, value, inner.height);

  return (
    <svg width={width} height={height} aria-hidden="true" className="block overflow-visible">
      {title !== null && (
        <text x={0} y={11} className="fill-soft text-xs font-medium">
          {title}
        </text>
      )}
      <g transform={`translate(${gutter} ${top})`}>
        <ChartGround buckets={buckets} width={inner.width} height={inner.height} />
        {axis.ticks.map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line x2={inner.width} className={tick === 0 ? "stroke-edge" : "stroke-line"} />
            <text x={-10} dy="0.32em" textAnchor="end" className="fill-soft text-xs tabular-nums">
              {writtenShort(format, metric, tick, panel.currency)}
            </text>
          </g>
        ))}
        {active !== null && <line x1={x(active)} x2={x(active)} y2={inner.height} className="stroke-soft" />}
        {panel.lines.map((each) => each.previous && <Dashed key={each.key} line={each} x={x} y={y} />)}
        {panel.lines.map((each) => (
          <Drawn key={each.key} line={each} buckets={buckets} active={active} x={x} y={y} />
        ))}
      </g>
    </svg>
  );
}

interface Placed {
  line: Line;
  x: (at: number) => number;
  y: (value: number) => number;
}

type Value = number | null;

function pathOf(values: readonly Value[], { x, y }: Omit<Placed, "line">): string | null {
  return line<Value>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y((value) => y(value ?? 0))
    .curve(curveMonotoneX)([...values]);
}

function Dashed({ line: { metric, previous }, ...scales }: Placed) {
  const path = pathOf(previous ?? [], scales);
  if (path === null) return null;
  return (
    <path
      d={path}
      strokeWidth={1.5}
      strokeDasharray="4 4"
      className={classes("fill-none opacity-60", drawings[metric].stroke)}
    />
  );
}

/** A line and its points. The way into a running bucket is paler: it has not yet got where it goes. */
function Drawn({
  line: each,
  buckets,
  active,
  x,
  y,
}: Placed & { buckets: readonly Bucket[]; active: number | null }) {
  const { metric, values } = each;
  const running = buckets.findIndex(({ state }) => state === "in_progress");
  const settled = values.map((value, at) => (running < 0 || at < running ? value : null));
  const rest = values.map((value, at) => (running >= 0 && at >= running - 1 && at <= running ? value : null));
  const look = classes("fill-none", drawings[metric].stroke);
  return (
    <>
      <path d={pathOf(settled, { x, y }) ?? ""} strokeWidth={2} strokeLinecap="round" className={look} />
      <path
        d={pathOf(rest, { x, y }) ?? ""}
        strokeWidth={2}
        strokeLinecap="round"
        className={classes(look, "opacity-45")}
      />
      {values.map((value, at) => {
        const bucket = buckets[at];
        if (value === null || bucket === undefined) return null;
        const part = bucket.state === "in_progress" || bucket.state === "clipped";
        const alone = (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
        if (at !== active && !part && !alone && values.length > pointsUpTo) return null;
        return <Point key={bucket.id} metric={metric} x={x(at)} y={y(value)} hollow={part} />;
      })}
    </>
  );
}

/** What a panel's numbers are. */
export function panelTitle({ kind, currency }: Panel): string {
  return currency === undefined ? strings.insights.panels[kind] : seriesName("revenue", currency);
}
