import { useState } from "react";

/** Which rows are selected, and from where Shift extends. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Turns one row on or off; with `extend` all rows from the last one that was turned take its new state. */
  toggle: (id: string, extend?: boolean) => void;
  clear: () => void;
}

/** A selection among rows in this order. Rows that are gone from the list are no longer selected. */
export function useSelection(order: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const present = new Set(order);
  const ids = new Set([...chosen].filter((id) => present.has(id)));

  function toggle(id: string, extend = false) {
    const on = !ids.has(id);
    const next = new Set(ids);
    for (const each of extend ? between(order, anchor, id) : [id]) {
      if (on) next.add(each);
      else next.delete(each);
    }
    setChosen(next);
    setAnchor(id);
  }

  return { ids, toggle, clear: () => setChosen(new Set()) };
}

/** The rows from one to another, whichever comes first; the second alone if the first is not there. */
export function between(order: readonly string[], from: string | null, to: string): readonly string[] {
  const start = from === null ? -1 : order.indexOf(from);
  const end = order.indexOf(to);
  if (start < 0 || end < 0) return [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}
