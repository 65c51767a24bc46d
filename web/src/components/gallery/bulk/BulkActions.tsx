import { FolderInput, RotateCcw, Star, Tag, Trash2, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFormat } from "../../../format/viewer";
import type { Asset, AssetBulk } from "../../../services/assetService";
import { strings } from "../../../strings";
import { Button, IconButton } from "../../ui/Button";
import type { AssetActions } from "../useAssetActions";
import { MoveDialog } from "./MoveDialog";
import { TagDialog } from "./TagDialog";

const words = strings.gallery;

interface BulkActionsProps {
  assets: readonly Asset[];
  trashed: boolean;
  actions: AssetActions;
  onDone: () => void;
}

const quiet = "px-2.5 text-on-inverse! hover:bg-transparent hover:opacity-75 focus-visible:outline-current";

/** What can be done to all selected assets, floating over the end of the list, and the dialogs it needs. */
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
      <Button look="quiet" className={quiet} icon={icon} title={words.actions[action]} onClick={onClick}>
        <span className="max-lg:sr-only">{words.actions[action]}</span>
      </Button>
    );
  }

  return (
    <>
      <section
        aria-label={words.selected(format.number(ids.length))}
        className="fixed inset-x-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-30 mx-auto flex w-fit animate-rise items-center gap-0.5 rounded-xl bg-inverse p-1.5 pl-4 text-on-inverse shadow-float md:bottom-6 md:left-15 lg:left-58"
      >
        <p aria-live="polite" className="mr-2 text-sm font-medium whitespace-nowrap tabular-nums">
          {words.selected(format.number(ids.length))}
        </p>
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
        <IconButton label={words.clearSelection} className={quiet} onClick={onDone}>
          <X size={16} />
        </IconButton>
      </section>
      {asking === "tag" && (
        <TagDialog
          count={ids.length}
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
