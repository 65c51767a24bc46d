import { FolderInput, RotateCcw, Star, Tag, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFormat } from "../../../format/viewer";
import type { Asset, AssetBulk } from "../../../services/assetService";
import { strings } from "../../../strings";
import { SelectionBar } from "../../filters/SelectionBar";
import { TagDialog } from "../../filters/TagDialog";
import { Button } from "../../ui/Button";
import type { AssetActions } from "../useAssetActions";
import { MoveDialog } from "./MoveDialog";

const words = strings.gallery;

interface BulkActionsProps {
  assets: readonly Asset[];
  trashed: boolean;
  actions: AssetActions;
  onDone: () => void;
}

/** What can be done to all selected assets, and the dialogs it needs. */
export function BulkActions({ assets, trashed, actions, onDone }: BulkActionsProps) {
  const format = useFormat();
  const [asking, setAsking] = useState<"tag" | "move" | null>(null);
  if (assets.length === 0) return null;
  const ids = assets.map(({ id }) => id);
  const starred = assets.every(({ favorite }) => favorite);

  function run(command: Omit<AssetBulk, "ids">) {
    actions.bulk({ ...command, ids });
    setAsking(null);
    onDone();
  }
  function item(action: keyof typeof words.actions, icon: ReactNode, onClick = () => run({ action })) {
    return (
      <Button look="bare" className="px-2.5" icon={icon} title={words.actions[action]} onClick={onClick}>
        <span className="max-lg:sr-only">{words.actions[action]}</span>
      </Button>
    );
  }

  return (
    <>
      <SelectionBar count={ids.length} onClear={onDone}>
        {trashed ? (
          item("restore", <RotateCcw size={15} />)
        ) : (
          <>
            {item(
              starred ? "unfavorite" : "favorite",
              <Star size={15} className={starred ? "fill-current" : ""} />,
            )}
            {item("tag", <Tag size={15} />, () => setAsking("tag"))}
            {item("move", <FolderInput size={15} />, () => setAsking("move"))}
            {item("trash", <Trash2 size={15} />)}
          </>
        )}
      </SelectionBar>
      {asking === "tag" && (
        <TagDialog
          title={words.tagTitle(ids.length, format.number(ids.length))}
          onAdd={(tags) => run({ action: "tag", tags })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "move" && (
        <MoveDialog
          count={ids.length}
          onChoose={(project_id) => run({ action: "move", project_id })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
