import { Link } from "@tanstack/react-router";
import { Check, Star } from "lucide-react";
import { useFormat } from "../../format/viewer";
import type { Project } from "../../services/projectService";
import { strings } from "../../strings";
import { KindIcon } from "../status/kinds";
import { ProjectState } from "../status/ProjectState";
import { Badge } from "../ui/Badge";
import { IconButton } from "../ui/Button";
import { classes } from "../ui/classes";
import { AssetCounts } from "./AssetCounts";
import { RenameField } from "./RenameField";
import { RowMenu } from "./RowMenu";
import { RowTime } from "./RowTime";
import type { ProjectSort } from "./search";
import { Thumbnail } from "./Thumbnail";
import type { ProjectActions } from "./useProjectActions";

const words = strings.projects;

/** What the list does when a row asks for it. */
export interface RowEvents {
  select: (project: Project, extend: boolean) => void;
  open: (project: Project) => void;
  timeline: (project: Project) => void;
  rename: (project: Project) => void;
  renamed: (project: Project, title: string | null, byKey: boolean) => void;
  purge: (project: Project) => void;
}

interface ProjectRowProps {
  project: Project;
  sort: ProjectSort;
  selected: boolean;
  /** True while any row is selected: then every row shows its box. */
  selecting: boolean;
  renaming: boolean;
  actions: ProjectActions;
  on: RowEvents;
}

/** One project of the list. The whole row opens it: the link of the title covers the row, other controls lie above. */
export function ProjectRow({ project, sort, selected, selecting, renaming, actions, on }: ProjectRowProps) {
  return (
    <div
      className={classes(
        "group/row relative flex h-full items-center gap-3.5 rounded-lg px-2 transition-colors duration-100 sm:px-3",
        "has-[[data-row]:focus-visible]:outline-2 has-[[data-row]:focus-visible]:-outline-offset-2 has-[[data-row]:focus-visible]:outline-accent",
        selected ? "bg-accent-soft/60" : "hover:bg-hover",
      )}
    >
      <div className="relative shrink-0">
        <Thumbnail project={project} className="size-14 md:size-13" />
        <Tick project={project} selected={selected} selecting={selecting} on={on} />
      </div>
      <div className="grid min-w-0 flex-1 grid-cols-1 items-center gap-x-5 md:grid-cols-[minmax(0,1fr)_11.5rem] xl:grid-cols-[minmax(0,1fr)_5.5rem_9rem_11.5rem]">
        <div className="min-w-0">
          {renaming ? (
            <RenameField
              title={project.title}
              onDone={(title, byKey) => on.renamed(project, title, byKey)}
              className="-my-px -ml-1.5 font-medium"
            />
          ) : (
            <Link
              to="/projects/$projectId"
              params={{ projectId: project.id }}
              data-row={project.id}
              className="block truncate font-medium outline-none after:absolute after:inset-0 after:rounded-lg"
            >
              {project.title}
            </Link>
          )}
          <Subline project={project} />
          <ProjectState
            project={project}
            className="mt-0.5 max-w-72 text-xs md:hidden [&_[role=progressbar]]:hidden"
          />
        </div>
        <Badge className="justify-self-start max-xl:hidden">
          <KindIcon kind={project.type} size={13} />
          {words.type[project.type]}
        </Badge>
        <AssetCounts counts={project.asset_counts} className="max-xl:hidden" />
        <ProjectState project={project} className="max-md:hidden" />
      </div>
      <RowTime project={project} sort={sort} className="w-18 text-right max-sm:hidden" />
      <div className="-mr-1 flex items-center">
        <IconButton
          label={project.favorite ? words.unfavorite(project.title) : words.favorite(project.title)}
          aria-pressed={project.favorite}
          disabled={project.deleted_at !== null}
          onClick={() => actions.setFavorite(project)}
          className={classes(
            "relative z-10 max-sm:hidden",
            !project.favorite &&
              "opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:opacity-100",
          )}
        >
          <Star size={16} className={project.favorite ? "fill-warn text-warn" : ""} />
        </IconButton>
        <RowMenu
          project={project}
          actions={actions}
          selected={selected}
          onOpen={() => on.open(project)}
          onTimeline={() => on.timeline(project)}
          onRename={() => on.rename(project)}
          onPurge={() => on.purge(project)}
          onSelect={() => on.select(project, false)}
        />
      </div>
    </div>
  );
}

/** Under the title: why it failed, when it goes for good, or what it is about. */
function Subline({ project }: { project: Project }) {
  const format = useFormat();
  if (project.purge_at !== null) {
    return <p className="truncate text-xs text-soft">{words.purgedOn(format.date(project.purge_at))}</p>;
  }
  if (project.status === "failed" && project.error) {
    const reason = project.error.message || project.error.code;
    return (
      <p title={reason} className="truncate text-xs text-bad">
        {reason}
      </p>
    );
  }
  return (
    <p className="truncate text-xs text-soft">
      {project.brief || project.description || words.type[project.type]}
    </p>
  );
}

function Tick({
  project,
  selected,
  selecting,
  on,
}: Pick<ProjectRowProps, "project" | "selected" | "selecting" | "on">) {
  return (
    <label
      className={classes(
        "absolute -top-1.5 -left-1.5 z-10 cursor-pointer p-2.5 pr-4 pb-4 select-none",
        !selecting &&
          "opacity-0 transition-opacity group-hover/row:opacity-100 has-focus-visible:opacity-100 [@media(hover:none)]:hidden",
      )}
    >
      <input
        type="checkbox"
        className="peer sr-only"
        aria-label={words.select(project.title)}
        checked={selected}
        onChange={(event) => on.select(project, (event.nativeEvent as MouseEvent).shiftKey === true)}
      />
      <span
        aria-hidden="true"
        className={classes(
          "grid size-4.5 place-items-center rounded-sm border shadow-card peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent",
          selected ? "border-accent bg-accent text-on-accent" : "border-soft bg-raised",
        )}
      >
        {selected && <Check size={13} strokeWidth={3} />}
      </span>
    </label>
  );
}
