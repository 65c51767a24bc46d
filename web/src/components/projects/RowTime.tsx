import { useFormat } from "../../format/viewer";
import type { Project } from "../../services/projectService";
import { dateOf } from "./groups";
import type { ProjectSort } from "./search";

/** When it was made (or changed, in an order by that): the hour today and yesterday, else the day. */
export function RowTime({
  project,
  sort,
  className,
}: {
  project: Project;
  sort: ProjectSort;
  className?: string;
}) {
  const format = useFormat();
  const instant = project[dateOf(sort) ?? "created_at"];
  const days = format.daysAgo(instant);
  const grouped = dateOf(sort) !== null;
  const shown = days === 0 || (days === 1 && grouped) ? format.time(instant) : format.date(instant);
  return (
    <time
      dateTime={instant}
      title={format.dateTime(instant)}
      className={`text-xs text-soft tabular-nums ${className ?? ""}`}
    >
      {shown}
    </time>
  );
}
