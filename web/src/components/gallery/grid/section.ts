import type { QueryClient } from "@tanstack/react-query";
import {
  type Asset,
  type AssetPage,
  type AssetQuery,
  type Fences,
  listAssets,
} from "../../../services/assetService";

/** Where a section of the list begins: a fence, or in lists that have none the end of the section before. */
export interface Fence {
  ordinal: number;
  cursor: string | null;
  /** Of the first asset; null where it is not known. */
  created_at: string | null;
}

/** The assets from one fence to the next. */
export interface Section {
  items: readonly Asset[];
  /** Where the list goes on behind, in lists without fences; null at its end. */
  next: string | null;
  /** True if the list goes on behind. */
  more: boolean;
  corrections: AssetPage["corrections"];
  /**
   * The newest instant of the list when it was opened: what is newer waits until the reader asks for it. Null in sections that newer
   * assets cannot enter.
   */
  since: string | null;
}

/** Assets between two fences, as they are asked for. */
export const sectionSize = 96;

/** The most assets of a page. A few more than a section, so that where the section ends is seen in the same page. */
export const pageSize = 100;

/** A view of the list: its query, and how often newer assets were let in. */
export interface View {
  query: AssetQuery;
  round: number;
}

export const sectionKey = ({ query, round }: View, cursor: string | null) =>
  ["assets", "section", query, round, cursor] as const;
export const fencesKey = ({ query, round }: View) => ["assets", "fences", query, round] as const;

/** True where the list is ordered by date, so that it has fences. */
export function isDated({ sort }: AssetQuery): boolean {
  return sort === undefined || sort === "-created_at";
}

/**
 * Reads the section that begins at a cursor. Its end is the next fence, wherever that is by now: assets that were taken away or put
 * in since the fences were set make this section shorter or longer, and leave all others as they are.
 */
export async function readSection(
  queries: QueryClient,
  view: View,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Section> {
  let page = await listAssets(view.query, cursor, pageSize, signal);
  const { corrections } = page;
  if (!isDated(view.query)) {
    return {
      items: page.items,
      next: page.next_cursor,
      more: page.next_cursor !== null,
      corrections,
      since: null,
    };
  }
  const { fence, end } = boundsOf(queries.getQueryData<Fences>(fencesKey(view)), cursor);
  const size = end && fence ? end.ordinal - fence.ordinal : sectionSize;
  // Behind the last fence comes all the rest.
  const ending = () => (fence && !end ? null : endOf(items, size, end?.created_at));

  const known = queries.getQueryData<Section>(sectionKey(view, cursor))?.since;
  const since = cursor === null ? (known ?? fence?.created_at ?? page.items[0]?.created_at ?? null) : null;
  const items = page.items.filter((asset) => since === null || asset.created_at <= since);
  while (page.next_cursor !== null && ending() === null) {
    page = await listAssets(view.query, page.next_cursor, pageSize, signal);
    items.push(...page.items);
  }
  const length = ending();
  return {
    items: items.slice(0, length ?? undefined),
    next: null,
    more: length !== null,
    corrections,
    since,
  };
}

/** The fence that has a cursor, and the one behind it; undefined as long as there are none. */
function boundsOf(fences: Fences | undefined, cursor: string | null) {
  const at = fences?.fences.findIndex((fence) => fence.cursor === cursor) ?? -1;
  return { fence: fences?.fences[at], end: at < 0 ? undefined : fences?.fences[at + 1] };
}

/**
 * How many of these assets, newest first, belong to a section: those before the next fence. A fence tells only the instant of the
 * asset it was set at, which others may share; then it is where the size of the section says, or next to there. Null if the end is
 * not among them. Without a fence the size alone decides.
 */
export function endOf(
  items: readonly Pick<Asset, "created_at">[],
  size: number,
  fence: string | undefined,
): number | null {
  if (fence === undefined) return items.length > size ? size : null;
  let nearest: number | null = null;
  for (const [at, { created_at }] of items.entries()) {
    if (created_at < fence) return nearest ?? at;
    if (created_at > fence) continue;
    if (nearest === null || Math.abs(at - size) <= Math.abs(nearest - size)) nearest = at;
  }
  return items.length > size ? nearest : null;
}
