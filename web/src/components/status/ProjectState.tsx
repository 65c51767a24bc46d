import { useFormat } from "../../format/viewer";
import type { Project } from "../../services/projectService";
import { strings } from "../../strings";
import { classes } from "../ui/classes";
import { StatusGlyph } from "./StatusGlyph";

/** A project's status in a drawing and words; of a running one the stage and the percent with a bar. */
export function ProjectState({ project, className }: { project: Project; className?: string }) {
  const { status, stage, progress } = project;
  if (status === "running") return <Running project={project} className={className} />;
  return (
    <span className={classes("inline-flex min-w-0 items-center gap-2 text-sm", className)}>
      <StatusGlyph status={status} progress={progress} />
      <span className="truncate">{strings.projects.status[status]}</span>
      {status === "failed" && stage && (
        <span className="truncate text-soft">{strings.projects.stage[stage]}</span>
      )}
    </span>
  );
}

function Running({ project, className }: { project: Project; className?: string }) {
  const format = useFormat();
  const { stage, progress, title } = project;
  const label = stage ? strings.projects.stage[stage] : strings.projects.status.running;
  return (
    <span className={classes("flex min-w-0 flex-col gap-1.5 text-sm", className)}>
      <span className="flex items-center gap-2">
        <StatusGlyph status="running" progress={progress} />
        <span className="truncate">{label}</span>
        <span className="ml-auto text-xs text-soft tabular-nums">{format.percent(progress / 100, 0)}</span>
      </span>
      <span
        role="progressbar"
        aria-label={strings.projects.progress(title)}
        aria-valuenow={progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${label}, ${format.percent(progress / 100, 0)}`}
        className="h-1 overflow-hidden rounded-full bg-pressed"
      >
        <span
          style={{ width: `${progress}%` }}
          className="block h-full rounded-full bg-run transition-[width] duration-700 ease-out"
        />
      </span>
    </span>
  );
}
