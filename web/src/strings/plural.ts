const rules = new Intl.PluralRules("en");

/** "1 project", "3 projects": the number is given as it shall be written. */
export function plural(count: number, written: string, one: string, other: string): string {
  return `${written} ${rules.select(count) === "one" ? one : other}`;
}
