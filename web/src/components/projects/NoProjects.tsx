import { FolderKanban } from "lucide-react";
import { strings } from "../../strings";
import { NoRows } from "../filters/NoRows";
import { isFiltered, type ProjectsSearch } from "./search";

const words = strings.projects;

interface NoProjectsProps {
  search: ProjectsSearch;
  onClear: () => void;
  onLeaveTrash: () => void;
}

/** The list has no rows to show. */
export function NoProjects({ search, onClear, onLeaveTrash }: NoProjectsProps) {
  return (
    <NoRows
      filtered={isFiltered(search)}
      onClear={onClear}
      trashed={search.trashed}
      leaveTrash={words.leaveTrash}
      onLeaveTrash={onLeaveTrash}
      nothingYet={{
        icon: <FolderKanban size={22} />,
        title: words.nothingYet,
        hint: words.nothingYetHint,
        link: words.howTo,
        href: "/docs#/Projects/createProject",
      }}
    />
  );
}
