import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Glyph } from "./Glyph";
import type { Line } from "./panels";
import { seriesName, writtenValue } from "./writing";

const words = strings.insights;

/** How far it stays from the line, in pixels. */
const gap = 12;

interface ChartTooltipProps {
  at: number;
  x: number;
  width: number;
  title: string;
  state: string;
  lines: readonly Line[];
}

/** The numbers of the bucket that is looked at, now and before. Those who hear get them from the slider. */
export function ChartTooltip({ at, x, width, title, state, lines }: ChartTooltipProps) {
  const format = useFormat();
  const compared = lines.some(({ previous }) => previous !== null);
  // Beside the line, on the side where there is more room.
  const beside = x > width / 2 ? { right: width - x + gap } : { left: x + gap };

  return (
    <div
      aria-hidden="true"
      style={beside}
      className="pointer-events-none absolute top-2 z-10 min-w-44 rounded-lg whitespace-nowrap bg-raised px-3 py-2.5 text-xs shadow-float"
    >
      <p className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-sm font-medium">{title}</span>
        {state !== "" && <span className="text-soft">{state}</span>}
      </p>
      <table className="w-full tabular-nums">
        {compared && (
          <thead>
            <tr className="text-soft">
              <td />
              <td />
              <td className="pl-3 text-right">{words.beforeShort}</td>
            </tr>
          </thead>
        )}
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td className="py-0.5">
                <span className="flex items-center gap-1.5">
                  <Glyph metric={line.metric} />
                  {seriesName(line.metric, line.currency)}
                </span>
              </td>
              <td className="pl-3 text-right font-medium">
                {writtenValue(format, line.metric, line.values[at] ?? null, line.currency)}
              </td>
              {compared && (
                <td className="pl-3 text-right text-soft">
                  {writtenValue(format, line.metric, line.previous?.[at] ?? null, line.currency)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
