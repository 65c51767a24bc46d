import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  type AssetFilters,
  type AssetQuery,
  assetsAround,
  countAssets,
  fenceAssets,
  getAsset,
} from "../../services/assetService";
import { listProjects } from "../../services/projectService";
import { fencesKey, isDated, readSection, sectionKey, sectionSize, type View } from "./grid/section";

/** How long what is off screen is kept, in milliseconds: enough to turn round, too short to gather up. */
const shortly = 5_000;

/** The assets of a query's filters, without its order. */
function filtersOf({ sort: _, highlight: __, ...filters }: AssetQuery): AssetFilters {
  return filters;
}

/** One section of the list. It is let go soon after it left the screen, and read again by its cursor. */
export function sectionQuery(queries: QueryClient, view: View, cursor: string | null) {
  return queryOptions({
    queryKey: sectionKey(view, cursor),
    queryFn: ({ signal }) => readSection(queries, view, cursor, signal),
    gcTime: shortly,
  });
}

/** The fences of a list. They stay as they were set while the list is looked at: sections move between them, not they. */
export function fencesQuery(queries: QueryClient, view: View) {
  return queryOptions({
    queryKey: fencesKey(view),
    queryFn: async ({ signal }) => {
      const fences = await fenceAssets(filtersOf(view.query), sectionSize, signal);
      // In a list too long for our distance the first section reaches further than it was read.
      if (fences.every !== sectionSize) {
        void queries.invalidateQueries({ queryKey: sectionKey(view, null), exact: true });
      }
      return fences;
    },
    enabled: isDated(view.query),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: shortly,
  });
}

/** How many match, and how many there would be of each value of the filters. */
export function countsQuery(query: AssetQuery) {
  const filters = filtersOf(query);
  return queryOptions({
    queryKey: ["assets", "counts", filters],
    queryFn: ({ signal }) =>
      countAssets(filters, ["type", "tag", "model", "orientation", "format", "project_id"], signal),
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  });
}

/** An asset between its neighbours of the same list. */
export function aroundQuery(query: AssetQuery, id: string) {
  return queryOptions({
    queryKey: ["assets", "around", query, id],
    queryFn: ({ signal }) => assetsAround(query, id, signal),
  });
}

/** One asset in full. */
export function oneAsset(id: string) {
  return queryOptions({ queryKey: ["assets", "one", id], queryFn: ({ signal }) => getAsset(id, signal) });
}

/** The projects that a text finds, the newest without one; to choose from, or to name one by its id. */
export function projectsNamed(q: string) {
  return queryOptions({
    queryKey: ["projects", "named", q],
    queryFn: async ({ signal }) =>
      (await listProjects(q ? { q, sort: "-relevance" } : {}, null, 100, signal)).items,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
}
