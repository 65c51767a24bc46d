import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Asset, mostAtOnce } from "../../../services/assetService";
import { strings } from "../../../strings";
import { showToast } from "../../ui/toasts";
import { sectionQuery } from "../queries";
import type { View } from "./section";
import type { Sections } from "./useSections";

/** Where an asset is in the list. */
interface Spot {
  id: string;
  section: number;
}

/** The selected assets, and from where Shift extends. */
export interface Selection {
  assets: ReadonlyMap<string, Asset>;
  toggle: (spot: Spot) => void;
  /** Selects all from the last one that was turned up to this one, also those in between that are not loaded. */
  extend: (spot: Spot) => void;
  clear: () => void;
}

/** A selection in a list of which only some sections are there. */
export function useSelection(view: View, { fences, loaded }: Sections): Selection {
  const queries = useQueryClient();
  const [assets, setAssets] = useState<ReadonlyMap<string, Asset>>(new Map());
  const [last, setLast] = useState<Spot | null>(null);

  function toggle(spot: Spot) {
    const asset = loaded.get(spot.section)?.items.find(({ id }) => id === spot.id);
    const next = new Map(assets);
    if (!next.delete(spot.id) && asset) next.set(spot.id, asset);
    setLast(spot);
    keep(next);
  }

  async function extend(spot: Spot) {
    if (!last) return toggle(spot);
    const [from, to] =
      last.section <= spot.section ? [last.section, spot.section] : [spot.section, last.section];
    const items: Asset[] = [];
    // A little more than is possible at once is enough to say so.
    for (let at = from; at <= to && items.length <= mostAtOnce + 2 * 100; at++) {
      const section =
        loaded.get(at) ?? (await queries.fetchQuery(sectionQuery(queries, view, fences[at]?.cursor ?? null)));
      items.push(...section.items);
    }
    keep(
      new Map([...assets, ...between(items, last.id, spot.id).map((asset) => [asset.id, asset] as const)]),
    );
  }

  function keep(next: Map<string, Asset>) {
    if (next.size > mostAtOnce) showToast(strings.gallery.tooMany(mostAtOnce));
    setAssets(new Map([...next].slice(0, mostAtOnce)));
  }

  return { assets, toggle, extend: (spot) => void extend(spot), clear: () => setAssets(new Map()) };
}

/** The assets from one to another, whichever comes first; to the end if one of them is not there. */
export function between<A extends { id: string }>(
  items: readonly A[],
  one: string,
  other: string,
): readonly A[] {
  const ends = [one, other].map((id) => items.findIndex((item) => item.id === id)).filter((at) => at >= 0);
  if (ends.length === 0) return [];
  return items.slice(Math.min(...ends), ends.length === 1 ? undefined : Math.max(...ends) + 1);
}
