import type { Settings, SettingsOptions } from "../../services/userService";

/** The members of the settings that people choose, as JSON Pointers, in the order in which the screen shows them. */
export const members = [
  "/profile/display_name",
  "/profile/bio",
  "/profile/avatar_url",
  "/profile/timezone",
  "/ai_preferences/language",
  "/ai_preferences/tone",
  "/ai_preferences/aspect_ratio",
] as const;

export type Member = (typeof members)[number];

/**
 * What was chosen for a member: null where nothing was, so that the default is in effect; undefined where something was that is not
 * accepted any more. Both look the same in the values, but only the latter can be cleared away.
 */
export type Choice = string | null | undefined;

/** The value in effect; an avatar that is not there is the empty text. */
export function valueInEffect(settings: Settings, member: Member): string {
  const { profile, ai_preferences } = settings;
  switch (member) {
    case "/profile/display_name":
      return profile.display_name;
    case "/profile/bio":
      return profile.bio;
    case "/profile/avatar_url":
      return profile.avatar_url ?? "";
    case "/profile/timezone":
      return profile.timezone;
    case "/ai_preferences/language":
      return ai_preferences.language;
    case "/ai_preferences/tone":
      return ai_preferences.tone;
    case "/ai_preferences/aspect_ratio":
      return ai_preferences.aspect_ratio;
  }
}

/** What was chosen for a member. */
export function choiceOf(settings: Settings, member: Member): Choice {
  if (settings.invalid.includes(member)) return undefined;
  return settings.explicit.includes(member) ? valueInEffect(settings, member) : null;
}

/** What is in effect where nothing is chosen. The options list each default first; texts are empty, and the zone is UTC. */
export function defaultOf(options: SettingsOptions, member: Member): string {
  switch (member) {
    case "/profile/timezone":
      return "UTC";
    case "/ai_preferences/language":
      return options.languages[0] ?? "en";
    case "/ai_preferences/tone":
      return options.tones[0] ?? "professional";
    case "/ai_preferences/aspect_ratio":
      return options.aspect_ratios[0] ?? "1:1";
    default:
      return "";
  }
}

/** The two parts of a pointer: the group and the name in it. */
export function partsOf(pointer: string): [group: string, name: string] {
  const [, group = "", name = ""] = pointer.split("/");
  return [group, name];
}
