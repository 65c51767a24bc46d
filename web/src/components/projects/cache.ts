import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Pages } from "../../live/livePages";
import type { Project, ProjectPage, ProjectQuery } from "../../services/projectService";

type Kept = [QueryKey, unknown][];

/** Everything that is kept of projects, to put back if a change is refused. Requests under way would bring the old state: they end. */
export async function holdProjects(queries: QueryClient): Promise<Kept> {
  await queries.cancelQueries({ queryKey: ["projects"] });
  return queries.getQueriesData({ queryKey: ["projects"] });
}

/** Puts back what was held. */
export function putBack(queries: QueryClient, kept: Kept) {
  for (const [key, data] of kept) queries.setQueryData(key, data);
}

/** Shows a change of these projects at once, wherever they are shown. */
export function showChange(
  queries: QueryClient,
  ids: readonly string[],
  change: (project: Project) => Project,
) {
  const changed = (project: Project) => (ids.includes(project.id) ? change(project) : project);
  const ofPage = (page: ProjectPage) => ({ ...page, items: page.items.map(changed) });
  queries.setQueriesData<Pages<ProjectPage>>(
    { queryKey: ["projects", "list"] },
    (list) => list && { ...list, pages: list.pages.map(ofPage) },
  );
  queries.setQueryData<Project[]>(["projects", "recent"], (recent) => recent?.map(changed));
  for (const id of ids) queries.setQueryData<Project>(["projects", "one", id], (one) => one && change(one));
}

/** Takes these projects out of the lists at once: of those that live, or of the trash. */
export function takeOut(queries: QueryClient, ids: readonly string[], from: "lists" | "trash") {
  const stays = (project: Project) => !ids.includes(project.id);
  for (const [key, list] of queries.getQueriesData<Pages<ProjectPage>>({ queryKey: ["projects", "list"] })) {
    const { trashed = false } = key[2] as ProjectQuery;
    if (!list || trashed !== (from === "trash")) continue;
    const pages = list.pages.map((page) => ({ ...page, items: page.items.filter(stays) }));
    queries.setQueryData<Pages<ProjectPage>>(key, { ...list, pages });
  }
  if (from === "lists")
    queries.setQueryData<Project[]>(["projects", "recent"], (recent) => recent?.filter(stays));
}
