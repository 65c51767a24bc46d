import { Images, SearchX, Trash2 } from "lucide-react";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { type GallerySearch, isFiltered } from "./search";

const words = strings.gallery;

interface NoAssetsProps {
  search: GallerySearch;
  onClear: () => void;
  onLeaveTrash: () => void;
}

/** Nothing to show: nothing matches, the trash is empty, or there is nothing yet. */
export function NoAssets({ search, onClear, onLeaveTrash }: NoAssetsProps) {
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
      icon={<Images size={22} />}
      title={words.nothingYet}
      hint={words.nothingYetHint}
      action={
        <a href="/docs" className="text-sm font-medium text-accent underline-offset-4 hover:underline">
          {words.howTo}
        </a>
      }
    />
  );
}
