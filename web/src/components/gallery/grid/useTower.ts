import { useLayoutEffect, useState } from "react";
import { shapeOf } from "../cards/shape";
import { type Columns, type Layout, layOut } from "./masonry";
import type { Section } from "./section";
import { guessedHeight, stack, type Tower } from "./tower";
import { type Sections, sizeOf } from "./useSections";

/** What has been learnt about sections at one width, also of those that were let go since. */
interface Known {
  columns: Columns | null;
  sections: ReadonlyMap<number, { cards: number; height: number }>;
  /** Set by the first section and kept: a guess that got better would move the scroll bar under the reader's hand. */
  perCard: number;
}

export interface Building {
  tower: Tower;
  layouts: ReadonlyMap<number, Layout>;
  /** How many assets come before each section, and in all. */
  ordinals: readonly number[];
  /** How many there are; undefined where nobody knows. */
  total: number | undefined;
}

/** Stacks all sections of a list: those that are loaded are laid out, those that were have kept their height, the others' is guessed. */
export function useTower({ fences, loaded, open, total }: Sections, columns: Columns): Building {
  const [known, setKnown] = useState<Known>({ columns: null, sections: new Map(), perCard: 0 });
  const sameColumns = known.columns === columns;
  const perCard = (sameColumns && known.perCard) || (columns.width * 1.1 + 60) / columns.count;

  const layouts = new Map<number, Layout>();
  for (const [at, section] of loaded) {
    const followed = section.more || at < fences.length - 1;
    layouts.set(at, layoutOf(section, columns, followed));
  }

  const ordinals: number[] = [];
  const heights: number[] = [];
  const all = Math.max(total ?? 0, fences.at(-1)?.ordinal ?? 0);
  let ordinal = 0;
  for (const at of fences.keys()) {
    const learnt = known.sections.get(at);
    const expected =
      at === fences.length - 1 && total !== undefined
        ? Math.max(1, total - (fences[at]?.ordinal ?? 0))
        : sizeOf(fences, at);
    const cards = loaded.get(at)?.items.length ?? learnt?.cards ?? expected;
    ordinals.push(ordinal);
    ordinal += cards;
    heights.push(
      layouts.get(at)?.height ??
        (sameColumns ? learnt?.height : undefined) ??
        guessedHeight(cards, perCard, all),
    );
  }
  if (open) heights.push(guessedHeight(24, perCard, all));

  useLayoutEffect(() => {
    setKnown((now) => learn(now, columns, layouts));
  });

  return { tower: stack(heights), layouts, ordinals, total: total === undefined ? undefined : ordinal };
}

/** What is known with these layouts; the same object if that is nothing new. */
function learn(known: Known, columns: Columns, layouts: ReadonlyMap<number, Layout>): Known {
  const before = known.columns === columns ? known : { columns, sections: new Map(), perCard: 0 };
  const news = [...layouts].filter(([at, { boxes, height }]) => {
    const one = before.sections.get(at);
    return one?.height !== height || one.cards !== boxes.length;
  });
  if (news.length === 0) return before.columns === known.columns ? known : before;
  const sections = new Map(before.sections);
  for (const [at, { boxes, height }] of news) sections.set(at, { cards: boxes.length, height });
  return { columns, sections, perCard: before.perCard || average(sections) };
}

function average(sections: Known["sections"]): number {
  let cards = 0;
  let height = 0;
  for (const section of sections.values()) {
    cards += section.cards;
    height += section.height;
  }
  return cards === 0 ? 0 : height / cards;
}

/** Layouts by the assets they are of: a section that is as it was is not laid out again. */
const layoutsOf = new WeakMap<Section["items"], { columns: Columns; even: boolean; layout: Layout }>();

function layoutOf({ items }: Section, columns: Columns, even: boolean): Layout {
  const kept = layoutsOf.get(items);
  if (kept && kept.columns === columns && kept.even === even) return kept.layout;
  const shapes = items.map((asset) => shapeOf(asset, columns.width));
  const layout = layOut(shapes, columns, even);
  layoutsOf.set(items, { columns, even, layout });
  return layout;
}

const skeletons = new WeakMap<Columns, Layout>();

/** Where the grey cards of a section stand that is not loaded; it is cut at its height. */
export function skeletonOf(columns: Columns): Layout {
  const kept = skeletons.get(columns);
  if (kept) return kept;
  const ratios = [1, 1.25, 0.8, 1, 1.5, 0.67, 1.25];
  const shapes = Array.from({ length: 200 }, (_, at) => ({
    flexible: columns.width * (ratios[(at * 5) % 7] ?? 1),
    fixed: 50,
  }));
  const layout = layOut(shapes, columns, false);
  skeletons.set(columns, layout);
  return layout;
}
