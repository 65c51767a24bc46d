import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type AssetQuery, type AssetType, listAssets } from "../../services/assetService";
import { countProjects, getProject, listProjects, type ProjectQuery } from "../../services/projectService";

/** Rows of one page: more than fit on a tall screen, so that the first screen is one call. */
export const pageSize = 40;

/** Assets of one page of a project. */
const assetPageSize = 48;

/** The list of projects, page by page. */
export function projectList(query: ProjectQuery) {
  return infiniteQueryOptions({
    queryKey: ["projects", "list", query],
    queryFn: ({ pageParam, signal }) => listProjects(query, pageParam, pageSize, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** How many match, and how many there would be of each status and type. */
export function projectCounts({ sort: _, ...filters }: ProjectQuery) {
  return queryOptions({
    queryKey: ["projects", "counts", filters],
    queryFn: ({ signal }) => countProjects(filters, ["status", "type"], signal),
    staleTime: 10_000,
  });
}

/** One project with its timeline. */
export function oneProject(id: string) {
  return queryOptions({
    queryKey: ["projects", "one", id],
    queryFn: ({ signal }) => getProject(id, signal),
  });
}

/** The kinds that the assets of a project can be narrowed to; null for all. */
export type Kind = AssetType | null;

/** One page of the assets of a project, in their order. */
export function assetPage(projectId: string, kind: Kind, cursor: string | null, signal: AbortSignal) {
  const query: AssetQuery = {
    project_id: projectId,
    sort: "position",
    ...(kind === null ? {} : { type: [kind] }),
  };
  return listAssets(query, cursor, assetPageSize, signal);
}

/** The assets of a project, page by page. */
export function projectAssets(projectId: string, kind: Kind) {
  return infiniteQueryOptions({
    queryKey: ["projects", "assets", projectId, kind],
    queryFn: ({ pageParam, signal }) => assetPage(projectId, kind, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}
