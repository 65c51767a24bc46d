import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type { Goal } from "./useAnchor";
import type { Sections } from "./useSections";

interface OpenCard {
  box: RefObject<HTMLElement | null>;
  /** The asset that is open. */
  open: string | undefined;
  loaded: Sections["loaded"];
  goTo: (section: number, pick: Goal["pick"]) => void;
}

/** Keeps the open asset in sight behind its dialog, while one goes on to the next and the next; closing leads to its card. */
export function useOpenCard({ box, open, loaded, goTo }: OpenCard) {
  const last = useRef(open);
  const section = [...loaded].find(([, { items }]) => items.some(({ id }) => id === open))?.[0];

  const follow = useEffectEvent(() => {
    if (open === undefined || section === undefined || inSight(cardOf(box.current, open))) return;
    goTo(section, (items) => items.findIndex(({ id }) => id === open));
  });
  useEffect(() => {
    if (section !== undefined) follow();
    const closed = open === undefined ? last.current : undefined;
    last.current = open;
    if (closed) cardOf(box.current, closed)?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
  }, [open, section, box]);
}

function cardOf(box: HTMLElement | null, id: string): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-asset="${id}"]`) ?? null;
}

function inSight(card: HTMLElement | null): boolean {
  if (!card) return false;
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
