import { strings } from "../../strings";
import { Skeleton } from "../ui/Skeleton";

const rows = Array.from({ length: 9 }, (_, at) => at);

/** The list before it is there: a heading and rows, of the size that they will have. */
export function ListSkeleton() {
  return (
    <div role="status" aria-busy="true" aria-label={strings.shell.loading}>
      <div className="flex h-11 items-end pb-2">
        <Skeleton className="h-3.5 w-16" />
      </div>
      {rows.map((at) => (
        <div key={at} className="flex h-22 items-center gap-3.5 md:h-18">
          <Skeleton className="size-14 rounded-lg md:size-13" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3.5 w-2/5 max-w-64" />
            <Skeleton className="h-3 w-3/5 max-w-md" />
          </div>
          <Skeleton className="hidden h-3.5 w-40 md:block" />
        </div>
      ))}
    </div>
  );
}
