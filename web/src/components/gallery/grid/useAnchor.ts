import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { Asset } from "../../../services/assetService";
import { sectionAt, type Tower } from "./tower";
import type { Sections } from "./useSections";
import type { Building } from "./useTower";

/** A card that stays where it is on screen, whatever happens to the heights above it. */
interface Anchor {
  section: number;
  /** Null where the section is not loaded; then a part of its height stands for the card. */
  id: string | null;
  part: number;
  /** How far below the top of the window it begins, in pixels. */
  below: number;
}

/** A card to go to, which may have to be loaded first. */
export interface Goal {
  section: number;
  /** Which of the section's assets it is. */
  pick: (items: readonly Asset[]) => number;
  /** Where it shall begin below the top of the window; null for the shortest way into sight. */
  below: number | null;
  onReached?: (asset: Asset) => void;
}

/** The room that the bars over the page take from the top and the bottom of the window, in pixels. */
const bars = { top: 120, bottom: 84 };

/** What a reader does to move by themselves. */
const moves = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * Keeps still what is on screen while sections above it get their true heights, and finds the way to cards that are not there yet.
 * Until a goal is reached, the reader's own movement gives it up.
 */
export function useAnchor(
  box: RefObject<HTMLElement | null>,
  building: Building | null,
  { loaded }: Sections,
) {
  const anchor = useRef<Anchor | null>(null);
  const goal = useRef<Goal | null>(null);

  useEffect(() => {
    const giveUp = () => {
      goal.current = null;
    };
    for (const move of moves) window.addEventListener(move, giveUp, { passive: true, capture: true });
    return () => {
      for (const move of moves) window.removeEventListener(move, giveUp, { capture: true });
    };
  }, []);

  // The order matters: first what was on screen stays there, then the goal is gone for.
  useLayoutEffect(() => {
    if (!building || !box.current) return;
    const y = anchor.current && heightOf(anchor.current, building, loaded);
    if (anchor.current && y !== null) scrollTo(box.current, y - anchor.current.below);
    if (goal.current) approach(goal.current);
  });

  function approach({ section, pick, below, onReached }: Goal) {
    if (!building || !box.current) return;
    const items = loaded.get(section)?.items;
    const at = items ? pick(items) : -1;
    const asset = items?.[at];
    const top = building.tower.tops[section];
    const card = building.layouts.get(section)?.boxes[at];
    if (top === undefined) return;
    if (asset && card) {
      const y = top + card.y;
      scrollTo(box.current, y - (below ?? shortestWay(box.current, y, card.height)));
      anchor.current = { section, id: asset.id, part: 0, below: -offset(box.current, y) };
      goal.current = null;
      onReached?.(asset);
    } else if (!items) {
      scrollTo(box.current, top - (below ?? bars.top));
      anchor.current = null;
    } else goal.current = null;
  }

  /** Notes what is on screen. At the very top it is the list itself, so that what comes back there is seen. */
  function note() {
    if (!building || !box.current || goal.current) return;
    const scrolled = -box.current.getBoundingClientRect().top;
    anchor.current = scrolled < -bars.top / 2 ? null : firstOnScreen(building, loaded, scrolled);
  }

  return {
    note,
    /** What stays where it is now: null for the top, undefined on the way to a goal. */
    anchored: () => (goal.current ? undefined : anchor.current),
    go: (next: Goal) => {
      goal.current = next;
      approach(next);
    },
    /** Lets go, for a jump to a height. */
    leave: () => {
      anchor.current = null;
      goal.current = null;
    },
  };
}

/** How far a height of the grid is above the top of the window. */
function offset(box: HTMLElement, y: number): number {
  return -box.getBoundingClientRect().top - y;
}

/** Scrolls so that a height of the grid is at the top of the window. */
function scrollTo(box: HTMLElement, y: number) {
  const by = -offset(box, y);
  if (Math.abs(by) >= 1) window.scrollBy({ top: by, behavior: "instant" });
}

/** Where a card shall begin so that it is in sight with the least movement. */
function shortestWay(box: HTMLElement, y: number, height: number): number {
  const now = -offset(box, y);
  const lowest = window.innerHeight - bars.bottom - height;
  return Math.max(bars.top, Math.min(now, lowest));
}

function heightOf({ section, id, part }: Anchor, { tower, layouts }: Building, loaded: Sections["loaded"]) {
  const top = tower.tops[section];
  if (top === undefined) return null;
  if (id === null) return top + part * heightAt(tower, section);
  const at = loaded.get(section)?.items.findIndex((asset) => asset.id === id) ?? -1;
  const card = layouts.get(section)?.boxes[at];
  return card ? top + card.y : null;
}

function heightAt({ tops, height }: Tower, section: number): number {
  return (tops[section + 1] ?? height) - (tops[section] ?? 0);
}

function firstOnScreen(
  { tower, layouts }: Building,
  loaded: Sections["loaded"],
  scrolled: number,
): Anchor | null {
  if (tower.tops.length === 0) return null;
  const section = sectionAt(tower, scrolled);
  const top = tower.tops[section] ?? 0;
  const boxes = layouts.get(section)?.boxes ?? [];
  const at = boxes.findIndex(({ y, height }) => top + y + height / 2 > scrolled);
  const [card, asset] = [boxes[at], loaded.get(section)?.items[at]];
  if (card && asset) return { section, id: asset.id, part: 0, below: top + card.y - scrolled };
  const part = (scrolled - top) / Math.max(1, heightAt(tower, section));
  return { section, id: null, part, below: 0 };
}
