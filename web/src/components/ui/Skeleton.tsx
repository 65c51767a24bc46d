import { classes } from "./classes";

/** A grey shape of the size of what will be there. The place that loads says so once, with `aria-busy`; the shape itself is silent. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={classes("block animate-breathe rounded-md bg-pressed", className)} />
  );
}
