/** Text without case and accents, and with spaces where names have underscores. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replaceAll("_", " ")
    .toLowerCase();
}

interface Findable {
  value: string;
  label: string;
  detail?: string;
}

/** Those options that contain every word typed; first those of which a word of the label begins with what was typed. */
export function matching<T extends Findable>(options: readonly T[], typed: string): T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...options];
  const first: T[] = [];
  const rest: T[] = [];
  for (const option of options) {
    const text = folded(`${option.label} ${option.value} ${option.detail ?? ""}`);
    if (!words.every((word) => text.includes(word))) continue;
    const begins = folded(option.label)
      .split(/[\s/(]+/)
      .some((part) => part.startsWith(words[0] ?? ""));
    (begins ? first : rest).push(option);
  }
  return [...first, ...rest];
}
