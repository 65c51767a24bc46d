import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormat } from "../../format/viewer";
import type { ProjectInFull } from "../../services/projectService";
import { strings } from "../../strings";
import { Timeline } from "./Timeline";

const words = strings.projects;

/** What the project was given, and how its generation went. */
export function ProjectAside({ project }: { project: ProjectInFull }) {
  return (
    <aside aria-label={words.about} className="flex flex-col gap-7 xl:border-l xl:border-line xl:pl-8">
      <Part title={words.timeline}>
        <Timeline project={project} />
      </Part>
      {(project.brief || project.description) && (
        <Part title={words.brief}>
          <p className="break-words text-pretty whitespace-pre-line">
            {project.brief || project.description}
          </p>
        </Part>
      )}
      {project.tags.length > 0 && (
        <Part title={words.tags}>
          <ul className="flex flex-wrap gap-1.5">
            {project.tags.map((tag) => (
              <li key={tag} className="max-w-full">
                <Link
                  to="/projects"
                  search={{ tag: [tag] }}
                  className="block truncate rounded-sm bg-sunken px-2 py-0.5 text-xs font-medium text-soft transition-colors hover:bg-pressed hover:text-ink"
                >
                  {tag}
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={words.details}>
        <Dates project={project} />
      </Part>
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 text-xs font-semibold text-soft">{title}</h2>
      {children}
    </section>
  );
}

function Dates({ project }: { project: ProjectInFull }) {
  const format = useFormat();
  const dates = [
    [words.created, project.created_at],
    [words.changed, project.updated_at],
    [words.finished, project.completed_at],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      {dates.map(
        ([name, instant]) =>
          instant !== null && (
            <div key={name} className="contents">
              <dt className="text-soft">{name}</dt>
              <dd className="text-right tabular-nums">
                <time dateTime={instant}>{format.dateTime(instant)}</time>
              </dd>
            </div>
          ),
      )}
      {project.source_project_id !== null && (
        <div className="contents">
          <dt className="col-span-2">
            <Link
              to="/projects/$projectId"
              params={{ projectId: project.source_project_id }}
              className="text-accent underline underline-offset-4"
            >
              {words.copyOf}
            </Link>
          </dt>
        </div>
      )}
    </dl>
  );
}
