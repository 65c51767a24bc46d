import type { Format } from "../../format/format";
import type { Project } from "../../services/projectService";
import type { ProjectSort } from "./search";

export type Group = "today" | "yesterday" | "week" | "older";

/** One line of the list: the heading of a group, or a project. */
export type Line = { kind: "heading"; group: Group } | { kind: "project"; project: Project; at: number };

/** The lines of a list: with a heading wherever the day group changes, if the order is by a date. */
export function linesOf(
  projects: readonly Project[],
  sort: ProjectSort,
  format: Pick<Format, "daysAgo">,
): Line[] {
  const date = dateOf(sort);
  const lines: Line[] = [];
  let last: Group | null = null;
  for (const [at, project] of projects.entries()) {
    const group = date === null ? null : groupOf(format.daysAgo(project[date]));
    if (group !== null && group !== last) lines.push({ kind: "heading", group });
    last = group;
    lines.push({ kind: "project", project, at });
  }
  return lines;
}

/** The date that an order goes by, which is also the one that rows show; null for other orders. */
export function dateOf(sort: ProjectSort): "created_at" | "updated_at" | null {
  if (sort.endsWith("created_at")) return "created_at";
  return sort.endsWith("updated_at") ? "updated_at" : null;
}

/** A day in the future (a clock that is off) is today. */
function groupOf(daysAgo: number): Group {
  if (daysAgo <= 0) return "today";
  if (daysAgo === 1) return "yesterday";
  return daysAgo <= 7 ? "week" : "older";
}
