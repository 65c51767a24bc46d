/** How a line of text to fill in looks; the height of a whole text is its own. */
export const textControl =
  "w-full rounded-md border border-edge bg-raised px-3 shadow-card placeholder:text-soft aria-invalid:border-bad max-sm:text-lg";
