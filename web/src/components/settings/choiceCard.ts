import { classes } from "../ui/classes";

/** The radio button of such a card: not seen, but as large as the card, so that whoever explores by touch finds it. */
export const choiceInput = "absolute inset-0 size-full cursor-pointer appearance-none rounded-lg opacity-0";

/** How a choice that is drawn as a card looks; the radio button inside has the focus. */
export function choiceCard(chosen: boolean, more: string): string {
  return classes(
    "relative cursor-pointer rounded-lg border transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
    chosen
      ? "border-accent bg-accent-soft inset-ring inset-ring-accent"
      : "border-edge bg-raised hover:bg-hover",
    more,
  );
}
