/** Sections one on another: where each begins, in pixels from the top of the first, and the end of the last. */
export interface Tower {
  tops: Float64Array;
  height: number;
}

/** Stacks sections of these heights. */
export function stack(heights: readonly number[]): Tower {
  const tops = new Float64Array(heights.length);
  let height = 0;
  for (const [at, each] of heights.entries()) {
    tops[at] = height;
    height += each;
  }
  return { tops, height };
}

/** Which section is at a height; the first or the last where it is above or below all. */
export function sectionAt({ tops }: Tower, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The sections that a stretch touches, ascending. */
export function sectionsIn(tower: Tower, from: number, to: number): number[] {
  if (tower.tops.length === 0 || to < 0 || from > tower.height) return [];
  const first = sectionAt(tower, from);
  const last = sectionAt(tower, to);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The tallest page that every browser scrolls, in pixels; Firefox ends at 17.8 million. */
const tallest = 16_000_000;

/**
 * The height for a section that nobody has seen: what the known ones have for each of their cards. Where all of them together would
 * be taller than browsers scroll, less: they grow to their size only around the place that is looked at.
 */
export function guessedHeight(cards: number, heightPerCard: number, totalCards: number): number {
  const natural = Math.max(1, Math.round(cards * heightPerCard));
  const whole = totalCards * heightPerCard;
  return whole <= tallest ? natural : Math.max(1, Math.floor((natural * tallest) / whole));
}
