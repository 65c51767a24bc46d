import { useQuery } from "@tanstack/react-query";
import { pollInterval } from "../../live/usePoll";
import { strings } from "../../strings";
import { ProjectState } from "../status/ProjectState";
import { Dialog } from "../ui/Dialog";
import { Failure } from "../ui/Failure";
import { Skeleton } from "../ui/Skeleton";
import { oneProject } from "./queries";
import { Timeline } from "./Timeline";

/** The timeline of one project beside the list; it goes on while the project runs. */
export function TimelineDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: project, error, refetch } = useQuery({ ...oneProject(id), refetchInterval: pollInterval });
  return (
    <Dialog place="side" title={project?.title ?? strings.projects.timeline} onClose={onClose}>
      {project && (
        <>
          <ProjectState project={project} className="mb-6" />
          <h3 className="mb-4 text-xs font-medium text-soft">{strings.projects.timeline}</h3>
          <Timeline project={project} />
        </>
      )}
      {!project && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!project && !error && (
        <div aria-busy="true" className="flex flex-col gap-5">
          {[0, 1, 2, 3].map((at) => (
            <Skeleton key={at} className="h-10" />
          ))}
        </div>
      )}
    </Dialog>
  );
}
