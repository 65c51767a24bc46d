import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { Place } from "../place";
import { type Fence, isDated, type View } from "./section";
import type { useAnchor } from "./useAnchor";
import type { Sections } from "./useSections";
import type { Building } from "./useTower";

interface Placing {
  view: View;
  place: Place | null;
  onPlace: (place: Place | null) => void;
  /** The asset that is open: an entry of the history of its own, with the same place below. */
  open: string | undefined;
  sections: Sections;
  building: Building;
  anchor: ReturnType<typeof useAnchor>;
}

/** Goes back to where the reader was, by the asset they saw; gives what remembers where they are now. */
export function usePlace({ view, place, onPlace, open, sections, building, anchor }: Placing): () => void {
  const back = useRef(place);
  const { fences, loaded, total } = sections;
  const dated = isDated(view.query);
  const { go } = anchor;

  useLayoutEffect(() => {
    const to = back.current;
    if (to === null) return;
    if (dated && total === undefined) return;
    back.current = null;
    go({
      section: dated ? sectionOf(fences, to.created_at) : lastAt(fences, to.ordinal),
      pick: (items) => {
        const exact = items.findIndex(({ id }) => id === to.id);
        if (exact >= 0 || !dated) return Math.max(0, exact);
        const older = items.findIndex(({ created_at }) => created_at <= to.created_at);
        return older < 0 ? items.length - 1 : older;
      },
      below: to.below,
    });
  });

  useEffect(() => {
    if (place === null) window.scrollTo({ top: 0, behavior: "instant" });
  }, [place]);

  function remember() {
    if (back.current !== null) return;
    const at = anchor.anchored();
    if (at === undefined) return;
    if (at === null) return onPlace(null);
    const items = loaded.get(at.section)?.items ?? [];
    const index = items.findIndex(({ id }) => id === at.id);
    const asset = items[index];
    if (!asset) return;
    onPlace({
      id: asset.id,
      created_at: asset.created_at,
      ordinal: (building.ordinals[at.section] ?? 0) + index,
      below: at.below,
      chain: dated ? [] : fences,
    });
  }

  const rememberNow = useEffectEvent(remember);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry begins with it
  useEffect(rememberNow, [open]);

  return remember;
}

/** The section that has an instant: the last that does not begin after it. */
function sectionOf(fences: readonly Fence[], instant: string): number {
  const at = fences.findLastIndex(({ created_at }) => created_at === null || created_at >= instant);
  return Math.max(0, at);
}

function lastAt(fences: readonly Fence[], ordinal: number): number {
  return Math.max(
    0,
    fences.findLastIndex((fence) => fence.ordinal <= ordinal),
  );
}
