import { FolderKanban, SearchX, Trash2 } from "lucide-react";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { isFiltered, type ProjectsSearch } from "./search";

const words = strings.projects;

interface NoProjectsProps {
  search: ProjectsSearch;
  onClear: () => void;
  onLeaveTrash: () => void;
}

/** An empty list: nothing matches, an empty trash, or nothing yet. */
export function NoProjects({ search, onClear, onLeaveTrash }: NoProjectsProps) {
  if (isFiltered(search)) {
    return (
      <Empty
        icon={<SearchX size={22} />}
        title={words.nothingMatches}
        hint={words.nothingMatchesHint}
        action={<Button onClick={onClear}>{words.clearFilters}</Button>}
      />
    );
  }
  if (search.trashed) {
    return (
      <Empty
        icon={<Trash2 size={22} />}
        title={words.trashEmpty}
        hint={words.trashEmptyHint}
        action={<Button onClick={onLeaveTrash}>{words.leaveTrash}</Button>}
      />
    );
  }
  return (
    <Empty
      icon={<FolderKanban size={22} />}
      title={words.nothingYet}
      hint={words.nothingYetHint}
      action={
        <a
          href="/docs#/Projects/createProject"
          className="font-medium text-accent underline underline-offset-4"
        >
          {words.howTo}
        </a>
      }
    />
  );
}
