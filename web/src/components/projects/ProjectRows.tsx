import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useCallback, useState } from "react";
import type { Project } from "../../services/projectService";
import { strings } from "../../strings";
import { classes } from "../ui/classes";
import { Failure } from "../ui/Failure";
import { useShortcut } from "../ui/shortcuts";
import { ProjectList } from "./ProjectList";
import { ProjectRow, type RowEvents } from "./ProjectRow";
import { PurgeDialog } from "./PurgeDialog";
import type { ProjectsSearch } from "./search";
import type { Selection } from "./selection";
import type { ProjectActions } from "./useProjectActions";
import type { ProjectListState } from "./useProjectList";

interface ProjectRowsProps {
  search: ProjectsSearch;
  state: ProjectListState;
  actions: ProjectActions;
  selection: Selection;
  onTimeline: (id: string) => void;
}

/** The list with all that its rows can do, and its end. */
export function ProjectRows({ search, state, actions, selection, onTimeline }: ProjectRowsProps) {
  const navigate = useNavigate();
  const { list, projects, shown } = state;
  const { hasNextPage, isFetchingNextPage, isPlaceholderData, isFetchNextPageError, fetchNextPage } = list;
  const [renaming, setRenaming] = useState<string | null>(null);
  const [purging, setPurging] = useState<Project | null>(null);
  const sort = search.sort ?? "-created_at";

  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isPlaceholderData && !isFetchNextPageError)
      void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isPlaceholderData, isFetchNextPageError, fetchNextPage]);
  const setShown = useCallback(
    (ids: ReadonlySet<string>) => {
      shown.current = ids;
    },
    [shown],
  );
  useShortcut("Escape", selection.clear);

  const on: RowEvents = {
    select: ({ id }, extend) => selection.toggle(id, extend),
    open: ({ id }) => void navigate({ to: "/projects/$projectId", params: { projectId: id } }),
    timeline: ({ id }) => onTimeline(id),
    // The menu that asked returns the focus to its button first.
    rename: ({ id }) => setTimeout(() => setRenaming(id)),
    renamed: (project, title, byKey) => {
      setRenaming(null);
      if (byKey) setTimeout(() => document.querySelector<HTMLElement>(`[data-row="${project.id}"]`)?.focus());
      if (title !== null) actions.rename({ project, title });
    },
    purge: setPurging,
  };

  return (
    <>
      <div
        className={classes("transition-opacity", isPlaceholderData && "opacity-55")}
        aria-busy={isPlaceholderData}
      >
        <ProjectList
          projects={projects}
          sort={sort}
          onShown={setShown}
          onEnd={more}
          onKey={(key, project, event) => press(key, project, event, on, actions)}
          row={(project) => (
            <ProjectRow
              project={project}
              sort={sort}
              selected={selection.ids.has(project.id)}
              selecting={selection.ids.size > 0}
              renaming={renaming === project.id}
              actions={actions}
              on={on}
            />
          )}
        />
      </div>
      {isFetchNextPageError ? (
        <Failure as="line" error={list.error} onRetry={() => void fetchNextPage()} />
      ) : (
        <p role="status" className="flex h-14 items-center justify-center text-xs text-soft">
          {hasNextPage ? strings.projects.loadingMore : strings.projects.end}
        </p>
      )}
      {purging && (
        <PurgeDialog
          project={purging}
          onClose={() => setPurging(null)}
          onPurge={() => {
            actions.purge(purging);
            setPurging(null);
          }}
        />
      )}
    </>
  );
}

/** What a key does on a row that has the focus; true if it does something. */
function press(
  key: string,
  project: Project,
  event: KeyboardEvent,
  on: RowEvents,
  actions: ProjectActions,
): boolean {
  const lives = project.deleted_at === null;
  const does: Record<string, (() => void) | false> = {
    " ": () => on.select(project, event.shiftKey),
    t: () => on.timeline(project),
    F2: lives && (() => on.rename(project)),
    f: lives && (() => actions.setFavorite(project)),
    d: lives && (() => actions.duplicate(project)),
    Delete: lives ? () => actions.trash(project) : () => on.purge(project),
  };
  const act = does[key];
  if (!act) return false;
  act();
  return true;
}
