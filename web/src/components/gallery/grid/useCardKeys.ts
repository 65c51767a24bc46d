import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Asset } from "../../../services/assetService";
import { isTyping } from "../../ui/shortcuts";
import type { Box } from "./masonry";
import { directions, neighbour } from "./neighbour";
import type { Goal } from "./useAnchor";
import type { Sections } from "./useSections";
import type { Building } from "./useTower";

/** The card that the keyboard is at. */
export interface Active {
  id: string;
  section: number;
}

interface CardKeys {
  box: RefObject<HTMLElement | null>;
  building: Building | null;
  sections: Sections;
  go: (goal: Goal) => void;
  /** Space, or an arrow with Shift: the card is selected; with `extend` all from the last one on. */
  onSelect: (id: string, section: number, extend: boolean) => void;
}

/** Keys that move the focus from card to card as the eye does. Cards are found by their link, `[data-card]`. */
export function useCardKeys({ box, building, sections, go, onSelect }: CardKeys) {
  const [active, setActive] = useState<Active | null>(null);
  const wanted = useRef<string | null>(null);

  // A card that was asked for may come into the page only after scrolling.
  useEffect(() => {
    if (wanted.current === null) return;
    const link = box.current?.querySelector<HTMLElement>(`[data-card="${wanted.current}"]`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  function goTo(section: number, pick: Goal["pick"], extend = false) {
    go({
      section,
      pick,
      below: null,
      onReached: ({ id }) => {
        wanted.current = id;
        setActive({ id, section });
        if (extend) onSelect(id, section, true);
      },
    });
  }

  function step(key: string, extend: boolean) {
    const direction = directions[key];
    if (!building || !active || !direction) return;
    const cards = around(building, sections, active.section);
    const from = cards.find(({ asset }) => asset.id === active.id);
    const to = from && neighbour(cards, from, direction);
    if (to) goTo(to.section, (items) => items.findIndex(({ id }) => id === to.asset.id), extend);
    else if (direction === "down") window.scrollBy({ top: window.innerHeight / 2 });
    else if (direction === "up") window.scrollBy({ top: -window.innerHeight / 2 });
  }

  function keys(event: KeyboardEvent<HTMLElement>) {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const onCard = event.target instanceof HTMLElement && event.target.dataset.card !== undefined;
    const { key, shiftKey } = event;
    if (!onCard) return;
    if (directions[key]) step(key, shiftKey);
    else if (key === "Home") goTo(0, () => 0);
    else if (key === "End") goTo(sections.fences.length - 1, (items) => items.length - 1);
    else if (key === " " && active) onSelect(active.id, active.section, shiftKey);
    else return;
    event.preventDefault();
  }

  return { active, setActive, keys, goTo };
}

type Placed = Box & { asset: Asset; section: number };

/** The cards of a section and of those beside it, as far as they are loaded, at their heights in the grid. */
function around({ tower, layouts }: Building, { loaded }: Sections, section: number): Placed[] {
  return [section - 1, section, section + 1].flatMap((at) => {
    const items = loaded.get(at)?.items ?? [];
    const top = tower.tops[at] ?? 0;
    return (layouts.get(at)?.boxes ?? []).flatMap((box, index) => {
      const asset = items[index];
      return asset ? [{ ...box, y: top + box.y, asset, section: at }] : [];
    });
  });
}
