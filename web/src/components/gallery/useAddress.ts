import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { GallerySearch } from "./search";

/** What the address of the gallery says, and the ways to change it. */
export function useAddress() {
  const search = useSearch({ from: "/shell/gallery" });
  const navigate = useNavigate({ from: "/gallery" });
  const router = useRouter();

  const { asset: _, ...list } = search;
  const listText = JSON.stringify(list);
  /** The address of an asset over this list; the same function as long as it is the same list. */
  const hrefOf = useCallback(
    (asset: string) =>
      router.buildLocation({ to: "/gallery", search: { ...JSON.parse(listText), asset } }).href,
    [router, listText],
  );

  return {
    search,
    hrefOf,
    /** Changes what the list is narrowed by. */
    change: (part: Partial<GallerySearch>) =>
      void navigate({
        search: (now) => ({ ...now, ...part, asset: undefined }),
        // Words that are being typed are one step back, not one for each pause.
        replace: "q" in part && search.q !== undefined,
      }),
    goTo: (next: GallerySearch) => void navigate({ search: next }),
    open: (asset: string) =>
      void navigate({
        search: (now) => ({ ...now, asset }),
        resetScroll: false,
        state: { overList: true },
      }),
    /** The present entry of the history. */
    entry: () => router.latestLocation.state.__TSR_key ?? "",
  };
}
