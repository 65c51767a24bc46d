import type { Settings } from "../../services/userService";
import { type Changes, changedMembers } from "./changes";
import { choiceOf, type Member } from "./members";

/** A member that was changed here and, to something else, elsewhere. */
export interface Conflict {
  member: Member;
  mine: string | null;
  theirs: string | null;
}

/**
 * Changes that were made to `base`, brought onto what somebody else made of it meanwhile. A member that only one side changed is
 * nobody's question; nor is one that both changed to the same. What is left are the conflicts.
 */
export function merge(
  base: Settings,
  theirs: Settings,
  mine: Changes,
): { changes: Changes; conflicts: Conflict[] } {
  const changes: Changes = {};
  const conflicts: Conflict[] = [];
  for (const member of changedMembers(mine)) {
    const choice = mine[member] ?? null;
    const now = choiceOf(theirs, member);
    if (now === choice) continue;
    changes[member] = choice;
    if (now !== choiceOf(base, member)) conflicts.push({ member, mine: choice, theirs: now ?? null });
  }
  return { changes, conflicts };
}

/** The changes without those members for which theirs was taken. */
export function resolved(changes: Changes, theirs: readonly Member[]): Changes {
  return Object.fromEntries(
    changedMembers(changes)
      .filter((member) => !theirs.includes(member))
      .map((member) => [member, changes[member] ?? null]),
  );
}
