import { RotateCcw, Star, Tag, Trash2 } from "lucide-react";
import { strings } from "../../strings";
import { SelectionBar } from "../filters/SelectionBar";
import { Button } from "../ui/Button";
import type { ProjectActions } from "./useProjectActions";

const words = strings.projects;

interface BulkBarProps {
  ids: string[];
  trashed: boolean;
  actions: ProjectActions;
  onTag: () => void;
  onClear: () => void;
}

/** What can be done to all selected projects. */
export function BulkBar({ ids, trashed, actions, onTag, onClear }: BulkBarProps) {
  function run(action: "trash" | "restore" | "favorite") {
    actions.bulk({ action, ids });
    onClear();
  }

  return (
    <SelectionBar count={ids.length} onClear={onClear}>
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
    </SelectionBar>
  );
}
