import { type Problem, ProblemError } from "../../api/problem";
import type { Settings } from "../../services/userService";

/** The settings as they are, out of the refusal of a change that was made to older ones; null of any other error. */
export function settingsNow(error: unknown): Settings | null {
  if (!(error instanceof ProblemError) || error.slug !== "precondition-failed") return null;
  const { current } = error.problem as Problem & { current?: Settings };
  return current ?? null;
}
