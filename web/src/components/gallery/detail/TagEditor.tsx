import { X } from "lucide-react";
import { useState } from "react";
import { strings } from "../../../strings";
import { texts } from "../../../url/params";

const words = strings.gallery.detail;

/** The most tags of an asset, and the most characters of one, as the API has it. */
const most = { tags: 20, characters: 50 };

interface TagEditorProps {
  tags: readonly string[];
  editable: boolean;
  onChange: (tags: string[]) => void;
}

/** Tags that can be taken away, and a field for more: Enter or a comma adds what is typed. */
export function TagEditor({ tags, editable, onChange }: TagEditorProps) {
  const [typed, setTyped] = useState("");

  function add(text: string) {
    const next = (texts(text) ?? []).filter((tag) => !tags.includes(tag));
    if (next.length > 0) onChange([...tags, ...next].slice(0, most.tags));
    setTyped("");
  }

  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li
          key={tag}
          className="flex h-7 max-w-full items-center rounded-full bg-sunken pl-2.5 text-sm max-sm:h-8"
        >
          <span className={editable ? "truncate" : "truncate pr-2.5"}>{tag}</span>
          {editable && (
            <button
              type="button"
              aria-label={words.removeTag(tag)}
              onClick={() => onChange(tags.filter((each) => each !== tag))}
              className="grid size-7 place-items-center rounded-full text-soft hover:text-ink"
            >
              <X size={13} />
            </button>
          )}
        </li>
      ))}
      {editable && tags.length < most.tags && (
        <li>
          <input
            aria-label={words.addTag}
            placeholder={words.addTag}
            value={typed}
            maxLength={most.characters}
            onChange={(event) =>
              event.target.value.endsWith(",") ? add(event.target.value) : setTyped(event.target.value)
            }
            onBlur={() => add(typed)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.nativeEvent.isComposing) add(typed);
            }}
            className="h-7 w-28 rounded-full border border-edge border-dashed bg-transparent px-2.5 text-sm placeholder:text-soft focus:border-solid max-sm:h-8 max-sm:text-lg"
          />
        </li>
      )}
    </ul>
  );
}
