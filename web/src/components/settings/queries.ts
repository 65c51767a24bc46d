import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getSettingsOptions, listSettingsAudit } from "../../services/userService";

/** Entries of one page of the history. */
const pageSize = 8;

/** What can be chosen: it changes with the server alone. */
export const optionsQuery = queryOptions({
  queryKey: ["user", "settings-options"],
  queryFn: ({ signal }) => getSettingsOptions(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The history up to a version of the settings; a newer version is another history, read from its beginning. */
export function auditQuery(version: number) {
  return infiniteQueryOptions({
    queryKey: ["user", "settings-audit", version],
    queryFn: ({ pageParam, signal }) => listSettingsAudit(pageParam, pageSize, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
