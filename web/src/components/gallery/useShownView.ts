import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { pollInterval } from "../../live/usePoll";
import type { AssetQuery } from "../../services/assetService";
import type { View } from "./grid/section";
import { sectionQuery } from "./queries";

const keyOf = (view: View) => JSON.stringify(view);

/**
 * The view to show: the one that is asked for, once its beginning is there; until then the one before, so that typing and filtering
 * do not flash. The beginning stays loaded as long as the view is shown.
 */
export function useShownView(query: AssetQuery) {
  const queries = useQueryClient();
  const [round, setRound] = useState(0);
  const asked: View = { query, round };
  const first = useQuery({
    ...sectionQuery(queries, asked, null),
    // An empty list has no cards that would ask whether there is something by now.
    refetchInterval: ({ state: { data } }) => (data?.items.length === 0 ? pollInterval : false),
  });
  const [shown, setShown] = useState(asked);
  const waiting = first.isPending && keyOf(shown) !== keyOf(asked);
  if (!waiting && keyOf(shown) !== keyOf(asked)) setShown(asked);
  const before = useQuery({ ...sectionQuery(queries, shown, null), enabled: false });

  return {
    view: shown,
    key: keyOf(shown),
    first: waiting ? before : first,
    waiting,
    /** Begins anew, with what is newer. */
    renew: () => setRound((now) => now + 1),
  };
}
