import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { pollInterval } from "../../live/usePoll";
import { listProjects } from "../../services/projectService";
import { strings } from "../../strings";
import { StatusGlyph } from "../status/StatusGlyph";
import { Skeleton } from "../ui/Skeleton";

/** How many projects the sidebar names. */
export const recentCount = 3;

/** Where the newest projects are kept; the screen of the projects puts them there itself while it shows them. */
export const recentKey = ["projects", "recent"] as const;

/** The newest projects with their status, while the sidebar has room for them. */
export function RecentProjects() {
  const shownBelow = useRouterState({
    select: ({ location }) => location.pathname === "/projects" && location.searchStr === "",
  });
  const { data: projects } = useQuery({
    queryKey: recentKey,
    queryFn: async ({ signal }) => (await listProjects({}, null, recentCount, signal)).items,
    enabled: !shownBelow,
    refetchInterval: pollInterval,
    placeholderData: keepPreviousData,
  });

  return (
    <section aria-labelledby="recent" className="mt-7 min-h-0 flex-1 overflow-y-auto md:max-lg:invisible">
      <h2 id="recent" className="px-2.5 text-xs font-medium text-soft">
        {strings.shell.recent}
      </h2>
      <ul className="mt-1.5 flex flex-col gap-0.5" aria-busy={projects === undefined}>
        {projects === undefined && [0, 1, 2].map((at) => <Skeleton key={at} className="mx-2.5 my-2 h-4" />)}
        {projects?.map((project) => (
          <li key={project.id}>
            <Link
              to="/projects/$projectId"
              params={{ projectId: project.id }}
              className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm text-soft transition-colors -outline-offset-2 hover:bg-hover hover:text-ink [&.active]:bg-pressed [&.active]:text-ink"
            >
              <StatusGlyph status={project.status} progress={project.progress} size={14} />
              <span className="truncate">{project.title}</span>
            </Link>
          </li>
        ))}
        {projects?.length === 0 && (
          <li className="px-2.5 py-1 text-sm text-soft">{strings.shell.noRecent}</li>
        )}
      </ul>
    </section>
  );
}
