import { Check, ChevronsUpDown } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { classes } from "./classes";
import { matching } from "./matching";

/** One thing to choose. What is typed is looked for in all its texts. */
export interface ComboboxOption {
  value: string;
  label: string;
  detail?: string;
}

interface ComboboxProps {
  id: string;
  value: string;
  /** How the value is written while nothing is typed. */
  shown: string;
  options: readonly ComboboxOption[];
  /** What was typed as a choice of its own, beyond the options; null if it is none. */
  typed?: (text: string) => ComboboxOption | null;
  onChoose: (value: string) => void;
  placeholder: string;
  /** Said where nothing is found. */
  nothing: string;
  invalid?: boolean;
  describedBy?: string;
}

/** A field that finds one of many by typing: arrows move, Enter chooses, Escape leaves it as it was. */
export function Combobox({
  id,
  value,
  shown,
  options,
  typed,
  onChoose,
  placeholder,
  nothing,
  invalid,
  describedBy,
}: ComboboxProps) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useMemo(() => {
    if (!open) return [];
    const matches = text === null ? [...options] : matching(options, text);
    const own = text === null ? null : (typed?.(text) ?? null);
    const extra = own === null || matches.some((each) => each.value === own.value) ? [] : [own];
    return [...matches, ...extra];
  }, [open, options, text, typed]);
  const current = found[active];

  useEffect(() => {
    if (open) document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [open, active, list]);

  function show() {
    if (open) return;
    setOpen(true);
    setText(null);
    setActive(
      Math.max(
        0,
        options.findIndex((option) => option.value === value),
      ),
    );
    input.current?.select();
  }
  function hide() {
    setOpen(false);
    setText(null);
  }
  function choose(option: ComboboxOption) {
    onChoose(option.value);
    hide();
  }
  function press(event: React.KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) show();
      else setActive((at) => Math.min(Math.max(at + step, 0), Math.max(found.length - 1, 0)));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      if (current) choose(current);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      hide();
    }
  }

  return (
    <div className="relative">
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && current ? `${list}-${active}` : undefined}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={text ?? shown}
        onClick={show}
        onChange={(event) => {
          setOpen(true);
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
        onBlur={hide}
        className="h-9 w-full rounded-md border border-edge bg-raised pr-9 pl-3 shadow-card placeholder:text-soft aria-invalid:border-bad max-sm:h-10 max-sm:text-lg"
      />
      <ChevronsUpDown
        size={14}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-soft"
      />
      <div
        // A press here must not take the focus from the field, which would close the list before the click.
        onPointerDown={(event) => event.preventDefault()}
        className={classes(
          "absolute inset-x-0 top-full z-20 mt-1.5 animate-appear rounded-lg bg-raised shadow-float",
          !open && "hidden",
        )}
      >
        <div
          id={list}
          role="listbox"
          aria-label={placeholder}
          className={classes(
            "max-h-72 overflow-y-auto overscroll-contain p-1",
            found.length === 0 && "hidden",
          )}
        >
          {found.map((option, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: the field says which one is active
            <div
              key={option.value}
              id={`${list}-${at}`}
              role="option"
              aria-selected={option.value === value}
              onPointerMove={() => setActive(at)}
              onClick={() => choose(option)}
              className={classes(
                "flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-sm select-none max-sm:min-h-10",
                at === active && "bg-hover",
              )}
            >
              <Check
                size={14}
                aria-hidden="true"
                className={option.value === value ? "text-accent" : "invisible"}
              />
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
              <span className="min-w-0 shrink-0 truncate text-xs text-soft tabular-nums max-sm:max-w-[45%]">
                {option.detail}
              </span>
            </div>
          ))}
        </div>
        {open && found.length === 0 && <p className="px-2 py-3 text-center text-sm text-soft">{nothing}</p>}
      </div>
    </div>
  );
}
