import { useFormat } from "../../format/viewer";
import type { Chart } from "../../services/insightService";
import { strings } from "../../strings";
import { newBucketLabels } from "./bucketLabels";
import { Glyph } from "./Glyph";
import type { Line } from "./panels";
import { seriesName, writtenValue } from "./writing";

const words = strings.insights;

interface ActivityTableProps {
  buckets: Chart["buckets"];
  query: Chart["query"];
  lines: readonly Line[];
}

/** The numbers of the chart for those who read rather than look: a row a bucket, with the period before beneath. */
export function ActivityTable({ buckets, query, lines }: ActivityTableProps) {
  const format = useFormat();
  const labels = newBucketLabels(format.locale, query);

  return (
    <section
      aria-label={words.tableLabel}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className="-mx-1 max-h-80 overflow-auto rounded-md px-1"
    >
      <table className="w-full text-sm tabular-nums">
        <thead className="sticky top-0 z-1 bg-surface">
          <tr className="text-soft">
            <th scope="col" className="py-2 pr-3 text-left font-medium">
              {words.when}
            </th>
            {lines.map(({ key, metric, currency }) => (
              <th key={key} scope="col" className="py-2 pl-3 text-right font-medium">
                <span className="inline-flex items-center gap-1.5">
                  <Glyph metric={metric} />
                  {seriesName(metric, currency)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket, at) => (
            <tr key={bucket.id} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-3 text-left align-top font-normal">
                <time dateTime={bucket.start} className="whitespace-nowrap">
                  {labels.full(bucket)}
                </time>
                {words.states[bucket.state] !== "" && (
                  <span className="block text-xs text-soft">{words.states[bucket.state]}</span>
                )}
              </th>
              {lines.map((line) => (
                <Cell key={line.key} line={line} at={at} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ line: { metric, currency, values, previous }, at }: { line: Line; at: number }) {
  const format = useFormat();
  return (
    <td className="py-1.5 pl-3 text-right align-top">
      {writtenValue(format, metric, values[at] ?? null, currency)}
      {previous !== null && (
        <span className="block text-xs whitespace-nowrap text-soft">
          {words.before(writtenValue(format, metric, previous[at] ?? null, currency))}
        </span>
      )}
    </td>
  );
}
