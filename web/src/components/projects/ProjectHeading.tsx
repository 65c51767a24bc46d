import { useNavigate } from "@tanstack/react-router";
import { RotateCcw, Star } from "lucide-react";
import { useState } from "react";
import type { ProjectInFull } from "../../services/projectService";
import { strings } from "../../strings";
import { KindIcon } from "../status/kinds";
import { ProjectState } from "../status/ProjectState";
import { Badge } from "../ui/Badge";
import { Button, IconButton } from "../ui/Button";
import { PurgeDialog } from "./PurgeDialog";
import { RenameField } from "./RenameField";
import { RowMenu } from "./RowMenu";
import { Thumbnail } from "./Thumbnail";
import { type ProjectActions, useProjectActions } from "./useProjectActions";

const words = strings.projects;

/** Title, kind and status of the project that is open, and all that can be done to it. */
export function ProjectHeading({ project }: { project: ProjectInFull }) {
  const navigate = useNavigate();
  const all = useProjectActions();
  const [renaming, setRenaming] = useState(false);
  const [purging, setPurging] = useState(false);
  // What is thrown away here is not shown here any longer.
  const leave = () => void navigate({ to: "/projects" });
  const actions: ProjectActions = {
    ...all,
    trash: (each) => {
      all.trash(each);
      leave();
    },
  };

  return (
    <header className="mt-3 mb-7">
      <div className="flex items-center gap-4 max-sm:items-start">
        <Thumbnail project={project} className="size-16 max-sm:size-14" />
        <div className="min-w-0 flex-1">
          {renaming ? (
            <RenameField
              title={project.title}
              className="-ml-1.5 text-2xl font-semibold"
              onDone={(title) => {
                setRenaming(false);
                if (title !== null) actions.rename({ project, title });
              }}
            />
          ) : (
            <h1 className="line-clamp-2 text-2xl font-semibold break-words max-sm:text-xl">
              {project.title}
            </h1>
          )}
          <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <Badge>
              <KindIcon kind={project.type} size={13} />
              {words.type[project.type]}
            </Badge>
            <ProjectState project={project} className="min-w-44" />
          </div>
        </div>
        <div className="flex items-center self-start">
          <IconButton
            label={project.favorite ? words.unfavorite(project.title) : words.favorite(project.title)}
            aria-pressed={project.favorite}
            disabled={project.deleted_at !== null}
            onClick={() => actions.setFavorite(project)}
          >
            <Star size={17} className={project.favorite ? "fill-warn text-warn" : ""} />
          </IconButton>
          <RowMenu
            project={project}
            actions={actions}
            onRename={() => setTimeout(() => setRenaming(true))}
            onPurge={() => setPurging(true)}
          />
        </div>
      </div>
      {project.deleted_at !== null && (
        <div className="mt-4 flex items-center justify-between gap-3 rounded-lg bg-warn-soft px-4 py-2 text-sm">
          <p>{words.inTrash}</p>
          <Button icon={<RotateCcw size={15} />} onClick={() => actions.restore(project)}>
            {words.restore}
          </Button>
        </div>
      )}
      {purging && (
        <PurgeDialog
          project={project}
          onClose={() => setPurging(false)}
          onPurge={() => {
            actions.purge(project);
            leave();
          }}
        />
      )}
    </header>
  );
}
