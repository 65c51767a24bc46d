import type { Settings, SettingsOptions, SettingsPatch } from "../../services/userService";
import { choiceOf, defaultOf, type Member, members, partsOf } from "./members";

/** What was changed and is not saved yet, by member: the new choice, or null for the default. */
export type Changes = Partial<Record<Member, string | null>>;

/** The members that are changed, in the order of the screen. */
export function changedMembers(changes: Changes): Member[] {
  return members.filter((member) => changes[member] !== undefined);
}

/** The changes with one more; a choice that is as it was is no change. */
export function withChange(changes: Changes, base: Settings, member: Member, choice: string | null): Changes {
  const { [member]: _, ...others } = changes;
  return choice === choiceOf(base, member) ? others : { ...others, [member]: choice };
}

/** The changes as a JSON Merge Patch: the changed members and nothing else. */
export function patchOf(changes: Changes): SettingsPatch {
  const patch: Record<string, Record<string, string | null>> = {};
  for (const member of changedMembers(changes)) {
    const [group, name] = partsOf(member);
    patch[group] = { ...patch[group], [name]: changes[member] ?? null };
  }
  return patch;
}

/** What is left to save after `sent` was saved: what was changed again meanwhile. */
export function remaining(changes: Changes, sent: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).filter(([member, choice]) => sent[member as Member] !== choice),
  );
}

/** The settings as they will be when the changes are saved. */
export function applied(settings: Settings, changes: Changes, options: SettingsOptions): Settings {
  const changed = structuredClone(settings);
  const groups = changed as unknown as Record<string, Record<string, string | null>>;
  for (const member of changedMembers(changes)) {
    const [group, name] = partsOf(member);
    const choice = changes[member] ?? null;
    const value = choice ?? defaultOf(options, member);
    const none = member === "/profile/avatar_url" && value === "";
    groups[group] = { ...groups[group], [name]: none ? null : value };
    changed.explicit = changed.explicit.filter((each) => each !== member);
    changed.invalid = changed.invalid.filter((each) => each !== member);
    if (choice !== null) changed.explicit.push(member);
  }
  return changed;
}
