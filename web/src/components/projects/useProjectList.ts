import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { itemsOf, refreshPages } from "../../live/livePages";
import { usePoll } from "../../live/usePoll";
import { listProjects, type ProjectQuery } from "../../services/projectService";
import { recentCount, recentKey } from "../shell/RecentProjects";
import { pageSize, projectCounts, projectList } from "./queries";

/** The list of projects for a query: what is loaded, kept as new as the server's while the tab is visible, and how to get more. */
export function useProjectList(query: ProjectQuery) {
  const queries = useQueryClient();
  const options = projectList(query);
  const list = useInfiniteQuery({ ...options, placeholderData: keepPreviousData });
  const counts = useQuery({ ...projectCounts(query), placeholderData: keepPreviousData });
  const projects = useMemo(() => itemsOf(list.data), [list.data]);
  const shown = useRef<ReadonlySet<string>>(new Set());

  usePoll(async (signal) => {
    const news = await refreshPages(queries, options.queryKey, shown.current, (cursor) =>
      listProjects(query, cursor, pageSize, signal),
    );
    if (news) await queries.invalidateQueries({ queryKey: ["projects", "counts"] });
  });

  // The plain list begins with the newest: the sidebar need not ask for them.
  const plain = Object.keys(query).length === 0 && !list.isPlaceholderData;
  useEffect(() => {
    if (plain && list.data) queries.setQueryData(recentKey, projects.slice(0, recentCount));
  }, [plain, list.data, projects, queries]);

  return { list, projects, counts: counts.data, countsLate: counts.isPlaceholderData, shown };
}

export type ProjectListState = ReturnType<typeof useProjectList>;
