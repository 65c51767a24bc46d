import { client, idempotencyKey, mergePatch, read, type Schemas } from "../api/client";
import type { paths } from "../api/schema";

export type Project = Schemas["ProjectSummary"];
export type ProjectInFull = Schemas["Project"];
export type ProjectPage = Schemas["ProjectPage"];
export type ProjectStatus = Schemas["ProjectStatus"];
export type ProjectType = Schemas["ProjectType"];
export type ProjectStage = Schemas["ProjectStage"];
export type ProjectPatch = Schemas["ProjectPatch"];
export type ProjectBulk = Schemas["ProjectBulk"];

type ListQuery = NonNullable<paths["/projects"]["get"]["parameters"]["query"]>;
type CountQuery = NonNullable<paths["/projects/counts"]["get"]["parameters"]["query"]>;

/** What a list of projects can be narrowed by, and its order. */
export type ProjectQuery = Omit<ListQuery, "limit" | "cursor">;

/** One page of projects; `cursor` is that of the page before, null for the first. */
export function listProjects(
  query: ProjectQuery,
  cursor: string | null,
  limit: number,
  signal?: AbortSignal,
) {
  const params = { query: { ...query, limit, ...(cursor === null ? {} : { cursor }) } };
  return read(client.GET("/projects", { params, signal }));
}

/** How many there are, and how many of each status and type. */
export function countProjects(
  query: Omit<ProjectQuery, "sort">,
  facets: CountQuery["facets"],
  signal?: AbortSignal,
) {
  return read(client.GET("/projects/counts", { params: { query: { ...query, facets } }, signal }));
}

/** One project with its timeline. */
export function getProject(id: string, signal?: AbortSignal) {
  return read(client.GET("/projects/{id}", { params: { path: { id } }, signal }));
}

/** Changes what people may change. Without a version: the last one who writes a member wins. */
export function updateProject(id: string, patch: ProjectPatch) {
  return read(client.PATCH("/projects/{id}", { params: { path: { id } }, body: patch, headers: mergePatch }));
}

/** Into the trash, with its assets. */
export function trashProject(id: string) {
  return read(client.DELETE("/projects/{id}", { params: { path: { id } } }));
}

/** For good; only what is in the trash. */
export function purgeProject(id: string) {
  return read(client.DELETE("/projects/{id}", { params: { path: { id }, query: { permanent: true } } }));
}

/** Back from the trash, with exactly the assets that went with it. */
export function restoreProject(id: string) {
  const header = { "Idempotency-Key": idempotencyKey() };
  return read(client.POST("/projects/{id}/restore", { params: { path: { id }, header } }));
}

/** A copy with its assets, under a name that the server makes. */
export function duplicateProject(id: string) {
  const header = { "Idempotency-Key": idempotencyKey() };
  return read(client.POST("/projects/{id}/duplicate", { params: { path: { id }, header } }));
}

/** One thing done to many projects at once, each judged by itself. */
export function bulkProjects(bulk: ProjectBulk) {
  const header = { "Idempotency-Key": idempotencyKey() };
  return read(client.POST("/projects/bulk", { params: { header }, body: bulk }));
}
