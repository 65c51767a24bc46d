import { SearchX, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Empty } from "../ui/Empty";

const words = strings.lists;

interface NoRowsProps {
  filtered: boolean;
  onClear: () => void;
  trashed: boolean | undefined;
  leaveTrash: string;
  onLeaveTrash: () => void;
  /** What to draw and say where there is nothing at all, and where to read how that changes. */
  nothingYet: { icon: ReactNode; title: string; hint: string; link: string; href: string };
}

/** An empty list: nothing matches, the trash is empty, or there is nothing yet. */
export function NoRows({ filtered, onClear, trashed, leaveTrash, onLeaveTrash, nothingYet }: NoRowsProps) {
  if (filtered) {
    return (
      <Empty
        icon={<SearchX size={22} />}
        title={words.nothingMatches}
        hint={words.nothingMatchesHint}
        action={<Button onClick={onClear}>{words.clearFilters}</Button>}
      />
    );
  }
  if (trashed) {
    return (
      <Empty
        icon={<Trash2 size={22} />}
        title={words.trashEmpty}
        hint={words.trashEmptyHint}
        action={<Button onClick={onLeaveTrash}>{leaveTrash}</Button>}
      />
    );
  }
  return (
    <Empty
      icon={nothingYet.icon}
      title={nothingYet.title}
      hint={nothingYet.hint}
      action={
        <a href={nothingYet.href} className="font-medium text-accent underline underline-offset-4">
          {nothingYet.link}
        </a>
      }
    />
  );
}
