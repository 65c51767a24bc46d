import { strings } from "../../strings";
import { Skeleton } from "../ui/Skeleton";

/** A project before it is there. */
export function ProjectSkeleton() {
  return (
    <div role="status" aria-busy="true" aria-label={strings.shell.loading} className="mt-3">
      <div className="mb-7 flex items-center gap-4">
        <Skeleton className="size-16 rounded-lg" />
        <div className="flex flex-col gap-2.5">
          <Skeleton className="h-6 w-64 max-w-[50vw]" />
          <Skeleton className="h-4 w-40" />
        </div>
      </div>
      <Skeleton className="h-8 w-72" />
    </div>
  );
}
