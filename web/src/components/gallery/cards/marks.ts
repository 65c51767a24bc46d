import type { Asset, Highlight } from "../../../services/assetService";

/** A piece of a text, and whether the search matched it. */
interface Run {
  text: string;
  marked: boolean;
}

type Span = Pick<Highlight, "start" | "end">;

/** The matches in one field of an asset; of a tag, those of that tag. */
export function spansOf(asset: Asset, field: Highlight["field"], index?: number): Highlight[] {
  return asset.highlights?.filter((each) => each.field === field && each.index === index) ?? [];
}

/**
 * Splits a text into what is matched and what is not, from a code point on. Spans are in code points and half-open, in order; what of
 * them lies outside the text is left out.
 */
export function runsOf(text: string, spans: readonly Span[], from = 0): Run[] {
  const points = Array.from(text);
  const runs: Run[] = [];
  let at = Math.min(from, points.length);
  function add(end: number, marked: boolean) {
    if (end > at) runs.push({ text: points.slice(at, end).join(""), marked });
    at = Math.max(at, end);
  }
  for (const { start, end } of spans) {
    add(Math.min(start, points.length), false);
    add(Math.min(end, points.length), true);
  }
  add(points.length, false);
  return runs;
}

/**
 * Where to begin showing a long text so that its first match is seen: a few words before it, at the beginning of a word; 0 where the
 * match is near the beginning anyway.
 */
export function startOf(text: string, spans: readonly Span[], before: number): number {
  const first = spans[0]?.start ?? 0;
  if (first <= before) return 0;
  const points = Array.from(text);
  const space = points.findIndex((point, at) => at >= first - before && at < first && /\s/.test(point));
  return space < 0 ? first - before : space + 1;
}
