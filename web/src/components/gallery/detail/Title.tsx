import { Pencil } from "lucide-react";
import { useState } from "react";
import type { Asset } from "../../../services/assetService";
import { strings } from "../../../strings";
import { IconButton } from "../../ui/Button";

const words = strings.gallery.detail;

interface TitleProps {
  asset: Asset;
  editable: boolean;
  onRename: (title: string) => void;
}

/** The title, which can be changed in place. Enter or leaving keeps it, Escape does not; an empty one is none. */
export function Title({ asset, editable, onRename }: TitleProps) {
  const [typed, setTyped] = useState<string | null>(null);

  function keep() {
    if (typed !== null && typed.trim() !== asset.title) onRename(typed.trim());
    setTyped(null);
  }

  if (typed !== null) {
    return (
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        aria-label={words.titleField}
        value={typed}
        maxLength={300}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) keep();
          if (event.key !== "Escape") return;
          // Escape leaves the field, not the dialog.
          event.preventDefault();
          setTyped(null);
        }}
        className="-mx-2 w-[calc(100%+1rem)] rounded-md border border-edge bg-raised px-2 py-0.5 text-xl font-semibold"
      />
    );
  }
  return (
    <div className="flex items-start gap-1">
      <h2 className="min-w-0 flex-1 py-px text-xl font-semibold break-words">{asset.display_title}</h2>
      {editable && (
        <IconButton label={words.rename} onClick={() => setTyped(asset.title)}>
          <Pencil size={15} />
        </IconButton>
      )}
    </div>
  );
}
