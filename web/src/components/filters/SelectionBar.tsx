import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { IconButton } from "../ui/Button";

const words = strings.lists;

interface SelectionBarProps {
  count: number;
  onClear: () => void;
  /** Buttons, of the look `bare`. */
  children: ReactNode;
}

/** What can be done to all that is selected, floating over the end of the list. */
export function SelectionBar({ count, onClear, children }: SelectionBarProps) {
  const format = useFormat();
  const selected = words.selected(format.number(count));
  return (
    <section
      aria-label={selected}
      className="fixed inset-x-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-30 mx-auto flex w-fit animate-rise items-center gap-0.5 rounded-xl bg-inverse p-1.5 pl-4 text-on-inverse shadow-float md:bottom-6 md:left-15 lg:left-58"
    >
      <p aria-live="polite" className="mr-2 text-sm font-medium whitespace-nowrap tabular-nums">
        {selected}
      </p>
      {children}
      <IconButton look="bare" label={words.clearSelection} onClick={onClear}>
        <X size={16} />
      </IconButton>
    </section>
  );
}
