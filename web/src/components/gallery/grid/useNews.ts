import { replaceEqualDeep, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { usePoll } from "../../../live/usePoll";
import { type AssetPage, listAssets } from "../../../services/assetService";
import { sectionQuery } from "../queries";
import { isDated, pageSize, type Section, sectionKey, type View } from "./section";
import type { Sections } from "./useSections";

/** Newer assets than the list was opened with. */
export interface News {
  count: number;
  /** True if there may be more than were counted. */
  more: boolean;
}

/**
 * Asks every two seconds for what is on screen, and for the beginning of the list. What changed shows at once; what is newer than
 * all that was there when the list was opened is only counted, since it would push everything down.
 */
export function useNews(
  view: View,
  { fences }: Sections,
  shown: readonly number[],
  onNews: () => void,
): News {
  const queries = useQueryClient();
  const [news, setNews] = useState<News>({ count: 0, more: false });
  const newest = useRef<AssetPage | null>(null);

  usePoll(async (signal) => {
    if (queries.isMutating() > 0) return;
    const first = replaceEqualDeep(newest.current, await listAssets(view.query, null, pageSize, signal));
    const changed = first !== newest.current;
    newest.current = first;
    if (changed && isDated(view.query)) count(first);
    for (const at of shown) {
      const cursor = fences[at]?.cursor;
      // The first section begins with the page that was just read.
      if (cursor === undefined || (cursor === null && !changed)) continue;
      if (queries.isMutating() > 0) return;
      await queries.fetchQuery({ ...sectionQuery(queries, view, cursor), staleTime: 0, retry: false });
    }
  });

  function count(first: AssetPage) {
    const since = queries.getQueryData<Section>(sectionKey(view, null))?.since;
    const newer = since
      ? first.items.filter(({ created_at }) => created_at > since).length
      : first.items.length;
    setNews({ count: newer, more: newer === first.items.length && first.next_cursor !== null });
    onNews();
  }

  return news;
}
