import type { ComboboxOption } from "../ui/Combobox";

/** A language's name in another language, as "Portuguese (Brazil)"; what has no name is its own tag. */
export function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages to choose from, by their names; found by their own names for themselves and by their tags too. */
export function languageOptions(locale: string, tags: readonly string[]): ComboboxOption[] {
  return tags
    .map((tag) => {
      const own = languageName(tag, tag);
      return { value: tag, label: languageName(locale, tag), detail: `${own} · ${tag}` };
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** What was typed as a language of its own, if it is a well-formed tag (BCP 47), in canonical form. */
export function typedLanguage(locale: string, typed: string): ComboboxOption | null {
  const wellFormed = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(typed.trim());
  if (!wellFormed) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(typed.trim());
    return tag === undefined ? null : { value: tag, label: languageName(locale, tag), detail: tag };
  } catch {
    return null;
  }
}
