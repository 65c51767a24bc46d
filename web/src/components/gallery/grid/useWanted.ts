import { useState } from "react";
import { sectionsIn } from "./tower";
import type { Stretch } from "./useScroll";
import type { Building } from "./useTower";

/** Which sections are to be loaded: those on screen, the ones one comes to next, and those that are needed anyway. */
export function useWanted(first: readonly number[]) {
  const [wanted, setWanted] = useState(first);

  /** What is wanted at a stretch; while the reader flies by, what is loaded already is enough. */
  function want({ tower }: Building, { top, bottom, flying }: Stretch, needed: readonly number[]) {
    if (flying) return;
    const height = bottom - top;
    const near = sectionsIn(tower, top - height, bottom + 1.5 * height);
    const next = [...new Set([...near, ...needed])].sort((a, b) => a - b);
    setWanted((now) => (now.join() === next.join() ? now : next));
  }

  return { wanted, want };
}
