import { useNavigate, useSearch } from "@tanstack/react-router";
import type { InsightsSearch } from "./search";

/** What the address says, and how to change it: each change is a place one can go back from. */
export function useInsightsSearch() {
  const search: InsightsSearch = useSearch({ from: "/shell/insights" });
  const navigate = useNavigate({ from: "/insights" });
  function change(changed: InsightsSearch) {
    void navigate({ search: (now) => ({ ...now, ...changed }), resetScroll: false });
  }
  return { search, change };
}

export type Change = ReturnType<typeof useInsightsSearch>["change"];
