import type { Highlight } from "../../../services/assetService";
import { runsOf } from "./marks";

interface MarkedProps {
  text: string;
  spans: readonly Highlight[];
  /** The code point to begin at. */
  from?: number;
}

/** A text with what the search matched in it marked. */
export function Marked({ text, spans, from = 0 }: MarkedProps) {
  if (spans.length === 0) return text;
  let at = 0;
  return (
    <>
      {from > 0 && "…"}
      {runsOf(text, spans, from).map((run) => {
        const key = at;
        at += run.text.length;
        return run.marked ? (
          <mark key={key} className="rounded-[2px] bg-accent-soft font-medium text-accent">
            {run.text}
          </mark>
        ) : (
          run.text
        );
      })}
    </>
  );
}
