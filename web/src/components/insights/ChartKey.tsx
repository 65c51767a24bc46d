import type { ReactNode } from "react";
import type { Bucket } from "../../services/insightService";
import { strings } from "../../strings";

const words = strings.insights.key;

/** What the marks of the chart mean, as far as they are there. */
export function ChartKey({ buckets, compared }: { buckets: readonly Bucket[]; compared: boolean }) {
  const has = (state: Bucket["state"]) => buckets.some((bucket) => bucket.state === state);
  return (
    <ul aria-hidden="true" className="flex min-h-5 flex-wrap justify-end gap-x-4 gap-y-1 text-xs text-soft">
      {compared && (
        <Entry sign={<span className="w-4 border-t-2 border-dashed border-soft" />}>{words.before}</Entry>
      )}
      {has("in_progress") && (
        <Entry sign={<span className="size-3 rounded-sm border border-line bg-run-soft" />}>
          {words.in_progress}
        </Entry>
      )}
      {has("clipped") && (
        <Entry sign={<span className="size-2.5 rounded-full border-2 border-soft" />}>{words.clipped}</Entry>
      )}
      {has("no_data") && (
        <Entry sign={<span className="size-3 rounded-sm border border-edge bg-sunken" />}>
          {words.no_data}
        </Entry>
      )}
      {has("future") && (
        <Entry sign={<span className="size-3 rounded-sm border border-dashed border-soft" />}>
          {words.future}
        </Entry>
      )}
    </ul>
  );
}

function Entry({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      {sign}
      {children}
    </li>
  );
}
