import { RotateCcw, Star, Tag, Trash2, X } from "lucide-react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Button, IconButton } from "../ui/Button";
import type { ProjectActions } from "./useProjectActions";

const words = strings.projects;

interface BulkBarProps {
  ids: string[];
  trashed: boolean;
  actions: ProjectActions;
  onTag: () => void;
  onClear: () => void;
}

/** What can be done to all selected rows, floating over the end of the list. */
export function BulkBar({ ids, trashed, actions, onTag, onClear }: BulkBarProps) {
  const format = useFormat();

  function run(action: "trash" | "restore" | "favorite") {
    actions.bulk({ action, ids });
    onClear();
  }

  return (
    <section
      aria-label={words.selected(format.number(ids.length))}
      className="fixed inset-x-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-30 mx-auto flex w-fit animate-rise items-center gap-0.5 rounded-xl bg-inverse p-1.5 pl-4 text-on-inverse shadow-float md:bottom-6 md:left-15 lg:left-58"
    >
      <p aria-live="polite" className="mr-2 text-sm font-medium whitespace-nowrap tabular-nums">
        {words.selected(format.number(ids.length))}
      </p>
      {trashed ? (
        <Button look="bare" icon={<RotateCcw size={15} />} onClick={() => run("restore")}>
          {words.bulkRestore}
        </Button>
      ) : (
        <>
          <Button look="bare" icon={<Star size={15} />} onClick={() => run("favorite")}>
            <span className="max-sm:sr-only">{words.bulkFavorite}</span>
          </Button>
          <Button look="bare" icon={<Tag size={15} />} onClick={onTag}>
            <span className="max-sm:sr-only">{words.bulkTag}</span>
          </Button>
          <Button look="bare" icon={<Trash2 size={15} />} onClick={() => run("trash")}>
            <span className="max-sm:sr-only">{words.bulkTrash}</span>
          </Button>
        </>
      )}
      <IconButton look="bare" label={words.clearSelection} onClick={onClear}>
        <X size={16} />
      </IconButton>
    </section>
  );
}
