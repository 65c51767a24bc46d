import { Download, RotateCcw, Star, Trash2, X } from "lucide-react";
import type { Asset } from "../../../services/assetService";
import { strings } from "../../../strings";
import { IconButton } from "../../ui/Button";
import type { AssetActions } from "../useAssetActions";

const words = strings.gallery;

interface DetailBarProps {
  asset: Asset | undefined;
  actions: AssetActions;
  /** Into the trash, or back from it. */
  onTrash: (asset: Asset) => void;
  onClose: () => void;
}

/** What can be done to the open asset. */
export function DetailBar({ asset, actions, onTrash, onClose }: DetailBarProps) {
  const trashed = asset?.deleted_at != null;
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 px-3">
      <IconButton label={words.detail.close} onClick={onClose}>
        <X size={18} />
      </IconButton>
      {asset && (
        <div className="ml-auto flex items-center gap-1">
          <IconButton
            label={words.favorite}
            aria-pressed={asset.favorite}
            disabled={trashed}
            onClick={() => actions.update({ asset, patch: { favorite: !asset.favorite } })}
          >
            <Star size={17} className={asset.favorite ? "fill-warn text-warn" : ""} />
          </IconButton>
          <DownloadLink asset={asset} />
          <IconButton
            label={trashed ? words.detail.restore : words.detail.trash}
            onClick={() => onTrash(asset)}
          >
            {trashed ? <RotateCcw size={17} /> : <Trash2 size={17} />}
          </IconButton>
        </div>
      )}
    </header>
  );
}

/** Media are loaded from where they are; where that is another host, the browser opens them instead. */
function DownloadLink({ asset }: { asset: Asset }) {
  if (asset.url === null) return null;
  return (
    <a
      href={asset.url}
      download
      target="_blank"
      rel="noreferrer"
      aria-label={words.detail.download}
      title={words.detail.download}
      className="inline-flex size-8 items-center justify-center rounded-md text-soft transition-colors hover:bg-hover hover:text-ink max-sm:size-9"
    >
      <Download size={17} />
    </a>
  );
}
