import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { ProblemError } from "../../api/problem";
import { pollInterval } from "../../live/usePoll";
import { strings } from "../../strings";
import { Lost } from "../shell/Lost";
import { Screen } from "../shell/Screen";
import { Failure } from "../ui/Failure";
import { ProjectAside } from "./ProjectAside";
import { ProjectAssets } from "./ProjectAssets";
import { ProjectHeading } from "./ProjectHeading";
import { ProjectSkeleton } from "./ProjectSkeleton";
import { oneProject } from "./queries";

const words = strings.projects;

/** One project: its assets in order, and beside them what it was given and how the generation went. */
export default function ProjectPage() {
  const { projectId } = useParams({ from: "/shell/projects/$projectId" });
  const { type } = useSearch({ from: "/shell/projects/$projectId" });
  const navigate = useNavigate({ from: "/projects/$projectId" });
  const {
    data: project,
    error,
    refetch,
  } = useQuery({ ...oneProject(projectId), refetchInterval: pollInterval });

  if (!project && error instanceof ProblemError && (error.status === 404 || error.status === 400))
    return <Lost />;
  return (
    <Screen title={project?.title ?? words.title} bare>
      <Link
        to="/projects"
        className="-ml-1 inline-flex items-center gap-0.5 rounded-sm text-sm text-soft transition-colors hover:text-ink"
      >
        <ChevronLeft size={16} />
        {words.back}
      </Link>
      {project && (
        <>
          <ProjectHeading project={project} />
          <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
            <ProjectAssets
              project={project}
              type={type}
              onType={(next) => void navigate({ search: { type: next }, replace: true, resetScroll: false })}
            />
            <ProjectAside project={project} />
          </div>
        </>
      )}
      {!project && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!project && !error && <ProjectSkeleton />}
    </Screen>
  );
}
