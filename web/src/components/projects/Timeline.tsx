import { Check } from "lucide-react";
import { useFormat } from "../../format/viewer";
import type { ProjectInFull } from "../../services/projectService";
import { strings } from "../../strings";
import { StatusGlyph } from "../status/StatusGlyph";

const words = strings.projects;

/** The stages that the generation went through, with when each began and how long it took. */
export function Timeline({ project }: { project: ProjectInFull }) {
  if (project.timeline.length === 0) return <p className="text-soft">{words.notStarted}</p>;
  return (
    <ol className="flex flex-col">
      {project.timeline.map((span, at) => (
        <Stage
          key={`${span.stage} ${span.started_at}`}
          project={project}
          span={span}
          last={at === project.timeline.length - 1}
        />
      ))}
    </ol>
  );
}

interface StageProps {
  project: ProjectInFull;
  span: ProjectInFull["timeline"][number];
  last: boolean;
}

function Stage({ project, span, last }: StageProps) {
  const format = useFormat();
  const { stage, started_at, finished_at } = span;
  const failed = last && project.status === "failed";
  return (
    <li className="relative flex gap-3 pb-5 last:pb-0">
      {!last && <span aria-hidden="true" className="absolute top-6 bottom-0 left-[9.5px] w-px bg-edge" />}
      <span className="mt-0.5 grid size-5 shrink-0 place-items-center">
        {finished_at !== null && !failed ? (
          <span className="grid size-5 place-items-center rounded-full bg-good-soft text-good">
            <Check size={12} strokeWidth={3} aria-hidden="true" />
          </span>
        ) : (
          <StatusGlyph status={project.status} progress={project.progress} size={18} />
        )}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline justify-between gap-3 font-medium">
          {words.stage[stage]}
          <span className="text-xs font-normal text-soft tabular-nums">
            {finished_at === null
              ? words.status[project.status]
              : format.span(Date.parse(finished_at) - Date.parse(started_at))}
          </span>
        </p>
        <p className="text-xs text-soft">
          <time dateTime={started_at}>{format.dateTime(started_at)}</time>
        </p>
        {failed && project.error && (
          <p className="mt-1.5 rounded-md bg-bad-soft px-2.5 py-1.5 text-xs text-pretty whitespace-pre-line text-bad">
            {project.error.message || project.error.code}
          </p>
        )}
      </div>
    </li>
  );
}
