import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import type { AssetQuery } from "../../../services/assetService";
import { aroundQuery } from "../queries";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** True where the detail was opened from the list, which then is the entry before. */
    overList?: true;
  }
}

/** The neighbours of an asset in its list, and the ways from it. */
export function useSteps(id: string, query: AssetQuery) {
  const navigate = useNavigate({ from: "/gallery" });
  const router = useRouter();
  const { data } = useQuery(aroundQuery(query, id));
  const at = data?.items.findIndex((each) => each.id === id) ?? -1;

  function go(asset: string) {
    void navigate({
      search: (now) => ({ ...now, asset }),
      replace: true,
      resetScroll: false,
      state: (now) => now,
    });
  }
  function close() {
    if (router.latestLocation.state.overList) router.history.back();
    else void navigate({ search: ({ asset: _, ...rest }) => rest, replace: true, resetScroll: false });
  }

  return {
    previous: at > 0 ? data?.items[at - 1] : undefined,
    next: at >= 0 ? data?.items[at + 1] : undefined,
    go,
    close,
  };
}
