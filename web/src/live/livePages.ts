import { type InfiniteData, type QueryClient, type QueryKey, replaceEqualDeep } from "@tanstack/react-query";

/** A page of any list of the API. */
export interface Page {
  items: readonly { id: string }[];
  next_cursor: string | null;
}

/** The pages of an infinite query whose parameter is the cursor. */
export type Pages<P extends Page> = InfiniteData<P, string | null>;

/** Every item of the loaded pages, each once: a row that moved over a page's edge between two answers would be there twice. */
export function itemsOf<P extends Page>(loaded: { pages: readonly P[] } | undefined): P["items"][number][] {
  const byId = new Map<string, P["items"][number]>();
  for (const page of loaded?.pages ?? [])
    for (const item of page.items) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}

/**
 * Asks again for the loaded pages that hold some of the items on screen, and for the first, where new ones appear. A page that is
 * as it was changes nothing. Where an item came or went, the cursors behind it have moved, and all pages are read again. Gives
 * whether anything is new.
 */
export async function refreshPages<P extends Page>(
  queries: QueryClient,
  queryKey: QueryKey,
  shown: ReadonlySet<string>,
  fetchPage: (cursor: string | null) => Promise<P>,
): Promise<boolean> {
  const read = () => queries.getQueryData<Pages<P>>(queryKey);
  const busy = () => queries.isFetching({ queryKey, exact: true }) > 0 || queries.isMutating() > 0;
  let loaded = read();
  let news = false;
  if (!loaded || busy()) return false;
  for (const [at, page] of loaded.pages.entries()) {
    if (at > 0 && !page.items.some(({ id }) => shown.has(id))) continue;
    const fresh = await fetchPage(loaded.pageParams[at] ?? null);
    // Somebody else wrote meanwhile: their change must not be undone by an older answer.
    if (busy() || read() !== loaded) return news;
    if (replaceEqualDeep(page, fresh) === page) continue;
    news = true;
    if (at < loaded.pages.length - 1 && fresh.next_cursor !== page.next_cursor) {
      await queries.refetchQueries({ queryKey, exact: true });
      return true;
    }
    loaded =
      queries.setQueryData<Pages<P>>(queryKey, { ...loaded, pages: loaded.pages.with(at, fresh) }) ?? loaded;
  }
  return news;
}
