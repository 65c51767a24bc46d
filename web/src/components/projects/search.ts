import type { ProjectQuery, ProjectStatus, ProjectType } from "../../services/projectService";
import { flag, id, listOf, oneOf, text, texts } from "../../url/params";

/** In the order in which a project goes through them. */
export const statuses: readonly ProjectStatus[] = [
  "draft",
  "pending",
  "running",
  "approval_required",
  "completed",
  "failed",
  "cancelled",
];

export const types: readonly ProjectType[] = ["package", "image", "video", "text"];

export const sorts = [
  "-created_at",
  "created_at",
  "-updated_at",
  "updated_at",
  "title",
  "-title",
  "-relevance",
] as const;

export type ProjectSort = (typeof sorts)[number];

/** What the address of the list says. What is absent holds its default, so that the plain address is the plain view. */
export interface ProjectsSearch {
  q?: string;
  status?: ProjectStatus[];
  type?: ProjectType[];
  tag?: string[];
  favorite?: true;
  trashed?: true;
  sort?: ProjectSort;
  /** The project whose timeline is open. */
  timeline?: string;
}

/** Reads the search parameters of `/projects`. */
export function projectsSearch(given: Record<string, unknown>): ProjectsSearch {
  const q = text(given.q);
  const sort = oneOf(given.sort, sorts);
  return withoutAbsent({
    q,
    status: listOf(given.status, statuses),
    type: listOf(given.type, types),
    tag: texts(given.tag),
    favorite: flag(given.favorite),
    trashed: flag(given.trashed),
    sort: sort === "-created_at" || (sort === "-relevance" && !q) ? undefined : sort,
    timeline: id(given.timeline),
  });
}

/** What to ask the API for. */
export function projectQuery({ timeline: _, ...query }: ProjectsSearch): ProjectQuery {
  return query;
}

/** True if anything narrows the list, so that "nothing" means "nothing matches". */
export function isFiltered({ q, status, type, tag, favorite }: ProjectsSearch): boolean {
  return Boolean(q || status || type || tag || favorite);
}

const kinds = ["image", "video", "text"] as const;

/** What the address of one project says: the kind its assets are narrowed to. */
export interface ProjectSearch {
  type?: (typeof kinds)[number];
}

/** Reads the search parameters of `/projects/{id}`. */
export function projectSearch(given: Record<string, unknown>): ProjectSearch {
  return withoutAbsent({ type: oneOf(given.type, kinds) });
}

/** Links and reloads must agree on what a place is: a member that is undefined would differ from one that is not there. */
function withoutAbsent<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
