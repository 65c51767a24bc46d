import { strings } from "../../../strings";

/** The end of the list, which says that it is. */
export function EndOfList() {
  return (
    <p className="flex items-center gap-4 pt-10 pb-4 text-sm text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {strings.gallery.end}
    </p>
  );
}
