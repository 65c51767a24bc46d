import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

type Look = "plain" | "quiet" | "strong" | "danger" | "on" | "bare";

const looks: Record<Look, string> = {
  plain: "border border-edge bg-raised text-ink shadow-card hover:bg-hover active:bg-pressed",
  quiet: "text-soft hover:bg-hover hover:text-ink active:bg-pressed",
  strong: "bg-inverse text-on-inverse shadow-card hover:opacity-90 active:opacity-80",
  danger: "border border-edge bg-raised text-bad shadow-card hover:bg-bad-soft active:bg-bad-soft",
  on: "border border-accent bg-accent-soft text-accent shadow-card",
  // Takes the colour of where it stands: for bars and messages that have a ground of their own.
  bare: "opacity-80 hover:opacity-100 focus-visible:outline-current",
};

const base =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium select-none transition-colors duration-100 disabled:opacity-50 disabled:pointer-events-none";

interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  /** A small drawing before the text. */
  icon?: ReactNode;
}

/** A button with words. `strong` is for the one main action of a place, `on` for a filter that holds. */
export function Button({ look = "plain", icon, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(base, looks[look], "h-8 px-3 text-sm max-sm:h-9", className)}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends ComponentProps<"button"> {
  look?: Look;
  /** What it does, for those who do not see the drawing and for the hint. */
  label: string;
}

/** A button that is only a drawing. */
export function IconButton({
  look = "quiet",
  label,
  className,
  children,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classes(base, looks[look], "size-8 max-sm:size-9", className)}
      {...rest}
    >
      {children}
    </button>
  );
}
