import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { useFormat } from "../format/viewer";
import { strings } from "../strings";
import { Bulk } from "./projects/Bulk";
import { ListSkeleton } from "./projects/ListSkeleton";
import { NoProjects } from "./projects/NoProjects";
import { ProjectRows } from "./projects/ProjectRows";
import { type ProjectsSearch, projectQuery } from "./projects/search";
import { useSelection } from "./projects/selection";
import { TimelineDialog } from "./projects/TimelineDialog";
import { Toolbar } from "./projects/Toolbar";
import { useProjectActions } from "./projects/useProjectActions";
import { useProjectList } from "./projects/useProjectList";
import { Screen } from "./shell/Screen";
import { Failure } from "./ui/Failure";

const words = strings.projects;

/** The projects, newest first: search, filters, and a list whose running rows move by themselves. */
export default function Projects() {
  const search = useSearch({ from: "/shell/projects" });
  const navigate = useNavigate({ from: "/projects" });
  const state = useProjectList(projectQuery(search));
  const { list, projects, counts } = state;
  const actions = useProjectActions();
  const selection = useSelection(projects.map(({ id }) => id));

  const change = useCallback(
    (part: Partial<ProjectsSearch>) =>
      // Words that are being typed are one step back, not one for each pause.
      void navigate({
        search: (now) => ({ ...now, ...part }),
        replace: "q" in part && search.q !== undefined,
      }),
    [navigate, search.q],
  );
  const showTimeline = (timeline?: string) =>
    void navigate({ search: (now) => ({ ...now, timeline }), resetScroll: false });

  return (
    <Screen title={search.trashed ? words.trashTitle : words.title} aside={<Total counts={counts} />}>
      <Toolbar search={search} facets={counts?.facets} onChange={change} />
      {list.isError && projects.length > 0 && (
        <div className="pt-4">
          <Failure as="line" error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {projects.length > 0 && (
        <ProjectRows
          search={search}
          state={state}
          actions={actions}
          selection={selection}
          onTimeline={showTimeline}
        />
      )}
      {list.isPending && <ListSkeleton />}
      {list.isError && projects.length === 0 && (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && projects.length === 0 && (
        <NoProjects
          search={search}
          onClear={() =>
            change({ q: undefined, status: undefined, type: undefined, tag: undefined, favorite: undefined })
          }
          onLeaveTrash={() => change({ trashed: undefined })}
        />
      )}
      <Bulk selection={selection} trashed={search.trashed === true} actions={actions} />
      {search.timeline && <TimelineDialog id={search.timeline} onClose={() => showTimeline(undefined)} />}
    </Screen>
  );
}

/** How many match; its place is kept while nobody knows. */
function Total({ counts }: { counts: ReturnType<typeof useProjectList>["counts"] }) {
  const format = useFormat();
  if (!counts) return null;
  const { value, relation } = counts.total;
  const written = format.number(value);
  return (
    <p aria-live="polite" className="pt-1.5 text-sm text-soft tabular-nums">
      {words.total(value, relation === "exact" ? written : words.atLeast(written))}
    </p>
  );
}
