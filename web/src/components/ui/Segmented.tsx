import { type ReactNode, useId } from "react";
import { classes } from "./classes";

interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; icon?: ReactNode; count?: string }[];
  onChange: (value: T) => void;
  /** Keeps room for counts that come later. */
  roomy?: boolean;
}

/** A few choices side by side, of which one holds. The browser's own radio buttons, so that arrow keys work. */
export function Segmented<T extends string>({ label, value, options, onChange, roomy }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className="inline-flex max-w-full min-w-0 gap-0.5 overflow-x-auto rounded-md bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={classes(
            "relative flex h-7 cursor-pointer items-center gap-1.5 rounded-sm px-2.5 text-sm font-medium whitespace-nowrap transition-colors max-sm:h-8",
            "has-focus-visible:outline-2 has-focus-visible:outline-accent",
            value === option.value ? "bg-raised text-ink shadow-card" : "text-soft hover:text-ink",
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          {option.label}
          {(option.count !== undefined || roomy) && (
            <span className={classes("text-xs font-normal text-soft tabular-nums", roomy && "min-w-[5ch]")}>
              {option.count}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
