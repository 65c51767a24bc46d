import { strings } from "../../strings";
import { languageName } from "./languages";
import { type Member, partsOf } from "./members";
import { zoneName } from "./zones";

const words = strings.settings;

/** What a member is called; of an integration with its provider, as "Shopify state". */
export function memberName(pointer: string): string {
  if (pointer in words.members) return words.members[pointer as Member];
  const [, provider, part] = pointer.split("/").slice(1);
  return words.integrationPart(
    words.providers[provider ?? ""] ?? provider ?? "",
    words.integrationParts[part ?? ""] ?? part ?? "",
  );
}

/** A value as people read it. */
export function written(pointer: string, value: string, locale: string): string {
  switch (partsOf(pointer)[1]) {
    case "language":
      return languageName(locale, value);
    case "timezone":
      return zoneName(value);
    case "tone":
      return words.tones[value]?.name ?? value;
    case "aspect_ratio":
      return words.ratios[value] ? `${value} ${words.ratios[value]}` : value;
  }
  if (pointer.endsWith("/status")) return words.statuses[value] ?? value;
  if (pointer.endsWith("/reason")) return words.reasons[value] ?? value;
  return value === "" ? words.noValue : value;
}

/** A choice as people read it: none is the default, or of an integration nothing at all. */
export function writtenChoice(pointer: string, choice: string | null, locale: string): string {
  if (choice !== null) return written(pointer, choice, locale);
  return pointer.startsWith("/integrations/") ? words.nothing : words.nothingChosen;
}
