import type { Fence } from "./grid/section";

/** Where somebody was in the gallery: the first asset they saw, and how far below the top of the window it began, in pixels. */
export interface Place {
  id: string;
  created_at: string;
  /** How many assets came before it. */
  ordinal: number;
  below: number;
  /** Where the sections begin of a list that has no fences. */
  chain: readonly Fence[];
}

const name = "vitrine-gallery-places";

/** Places of this many entries of the history are kept, the latest. */
const most = 40;

/** The places of this session's history, by its entries. Kept in the session's storage, so that a reload finds them. */
function places(): [string, Place][] {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "[]");
  } catch {
    // Somebody else's text, or a browser that keeps nothing: the gallery then begins at its top.
    return [];
  }
}

/** The place of an entry of the history. */
export function placeAt(entry: string): Place | null {
  return places().find(([key]) => key === entry)?.[1] ?? null;
}

/** Remembers a place; null is the top, which needs no memory. */
export function rememberPlace(entry: string, place: Place | null) {
  const others = places().filter(([key]) => key !== entry);
  const next = place ? [...others, [entry, place]] : others;
  try {
    sessionStorage.setItem(name, JSON.stringify(next.slice(-most)));
  } catch {
    // Full or forbidden: not worth a word to the reader.
  }
}
