import { Search, X } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { IconButton } from "./Button";
import { useShortcut } from "./shortcuts";

/** How long typing must pause before the search begins, in milliseconds. */
const pause = 300;

interface SearchFieldProps {
  /** What is searched for, from the address. */
  value: string;
  onSearch: (value: string) => void;
  label: string;
  placeholder: string;
  clearLabel: string;
}

/** A search that begins when typing pauses, at once on Enter; `/` leads into it, Escape empties it and then leads out. */
export function SearchField({ value, onSearch, label, placeholder, clearLabel }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const search = useEffectEvent((text: string) => {
    if (text.trim() !== value) onSearch(text.trim());
  });

  // The address may change by itself: back, a cleared filter.
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value]);

  useEffect(() => {
    const timer = setTimeout(() => search(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);

  useShortcut("/", () => {
    input.current?.focus();
    input.current?.select();
  });

  function clear() {
    setTyped("");
    onSearch("");
    input.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> has no form here either, and older screen readers know the role
    <div role="search" className="relative min-w-0 flex-1">
      <Search
        size={15}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-soft"
      />
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={256}
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") search(typed);
          if (event.key === "Escape" && typed !== "") clear();
          else if (event.key === "Escape") input.current?.blur();
        }}
        className="h-8 w-full rounded-md border border-edge bg-raised pr-8 pl-8 text-sm shadow-card placeholder:text-soft max-sm:h-9 max-sm:text-lg"
      />
      {typed === "" ? (
        <span
          aria-hidden="true"
          className="absolute top-1/2 right-2 hidden -translate-y-1/2 rounded-sm border border-line px-1.5 font-sans text-xs text-soft sm:block"
        >
          /
        </span>
      ) : (
        <IconButton
          label={clearLabel}
          onClick={clear}
          className="absolute top-1/2 right-0.5 size-7 -translate-y-1/2 max-sm:size-8"
        >
          <X size={14} />
        </IconButton>
      )}
    </div>
  );
}
