import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemError } from "../../api/problem";
import { settingsQuery } from "../../format/viewer";
import { type Settings, type SettingsOptions, updateSettings } from "../../services/userService";
import { strings } from "../../strings";
import { explain } from "../ui/Failure";
import { showToast } from "../ui/toasts";
import { applied, type Changes, changedMembers, patchOf, remaining, withChange } from "./changes";
import { type Conflict, merge, resolved } from "./conflict";
import { choiceOf, type Member, members, valueInEffect } from "./members";
import { settingsNow } from "./settingsNow";

/** What is sent: changes, and the settings they were made to. */
interface Saving {
  changes: Changes;
  base: Settings;
  /** True where changes from elsewhere were merged in before. */
  merged?: boolean;
}

/** What the server said about members, by member. */
export type Mistakes = Partial<Record<Member, string>>;

/**
 * The settings while they are edited. Changes are kept beside the settings they were made to (`base`, as of the first change), so that
 * what somebody else saves meanwhile shows at once where nothing was changed here, and is merged on saving where something was.
 */
export function useSettingsForm(settings: Settings, options: SettingsOptions) {
  const queries = useQueryClient();
  const [edit, setEdit] = useState<{ base: Settings; changes: Changes } | null>(null);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflict, setConflict] = useState<{ base: Settings; list: Conflict[] } | null>(null);
  const changes = edit?.changes ?? {};

  const show = (value: Settings) => queries.setQueryData(settingsQuery.queryKey, value);
  const restart = (base: Settings, left: Changes) =>
    setEdit(changedMembers(left).length > 0 ? { base, changes: left } : null);

  const saving = useMutation({
    mutationFn: ({ changes, base }: Saving) => updateSettings(patchOf(changes), base.version),
    onMutate: async ({ changes }) => {
      setMistakes({});
      setRefusal(null);
      await queries.cancelQueries({ queryKey: settingsQuery.queryKey, exact: true });
      const before = queries.getQueryData<Settings>(settingsQuery.queryKey) ?? settings;
      show(applied(before, showable(changes), options));
      return before;
    },
    onSuccess: async (saved, sent) => {
      await queries.cancelQueries({ queryKey: settingsQuery.queryKey, exact: true });
      show(saved);
      setEdit((now) => {
        const left = remaining(now?.changes ?? {}, sent.changes);
        return changedMembers(left).length > 0 ? { base: saved, changes: left } : null;
      });
      showToast(sent.merged ? strings.settings.savedMerged : strings.settings.saved);
    },
    onError: (error, sent, before) => {
      if (before) show(before);
      const theirs = settingsNow(error);
      if (theirs) rebase(theirs, sent);
      else setRefusals(error);
    },
  });

  function rebase(theirs: Settings, sent: Saving) {
    show(theirs);
    const merged = merge(sent.base, theirs, sent.changes);
    restart(theirs, merged.changes);
    if (merged.conflicts.length > 0) setConflict({ base: theirs, list: merged.conflicts });
    else saving.mutate({ changes: merged.changes, base: theirs, merged: true });
  }

  function setRefusals(error: unknown) {
    const found = mistakesOf(error);
    setMistakes(found);
    if (Object.keys(found).length === 0) setRefusal(explain(error).detail);
  }

  return {
    settings: applied(settings, changes, options),
    options,
    changed: changedMembers(changes),
    mistakes,
    /** Why nothing was saved, where no member is to blame. */
    refusal,
    conflicts: conflict?.list ?? [],
    saving: saving.isPending,
    /** Chooses a value; null is the default, and so is a text that was emptied. */
    choose(member: Member, choice: string | null) {
      const base = edit?.base ?? settings;
      const none = choice === "" && choiceOf(base, member) !== "";
      restart(base, withChange(changes, base, member, none ? null : choice));
      setMistakes(({ [member]: _, ...others }) => others);
    },
    save() {
      if (edit && !saving.isPending) saving.mutate(edit);
    },
    cancel() {
      setEdit(null);
      setMistakes({});
      setRefusal(null);
    },
    /** Answers the conflicts: those members take what was saved elsewhere, the others what was chosen here; then saves. */
    resolve(theirs: readonly Member[]) {
      if (!conflict) return;
      const left = resolved(changes, theirs);
      setConflict(null);
      restart(conflict.base, left);
      if (changedMembers(left).length > 0)
        saving.mutate({ changes: left, base: conflict.base, merged: true });
    },
    /** Closes the question and goes on editing; saving asks nothing again, for what was saved elsewhere has been seen. */
    postpone: () => setConflict(null),
  };
}

export type SettingsForm = ReturnType<typeof useSettingsForm>;

/** What can be shown before the server has agreed: no avatar from an address that browsers refuse to load, as it will too. */
function showable(changes: Changes): Changes {
  const { "/profile/avatar_url": avatar, ...others } = changes;
  return avatar === undefined || (avatar !== null && !avatar.startsWith("https://")) ? others : changes;
}

/** The mistakes of a refused change at the members they are about. */
function mistakesOf(error: unknown): Mistakes {
  if (!(error instanceof ProblemError)) return {};
  const found: Mistakes = {};
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const member = members.find((each) => each === pointer);
    if (member) found[member] ??= detail;
  }
  return found;
}

/** The value that a field shows. */
export function fieldValue(form: SettingsForm, member: Member): string {
  return valueInEffect(form.settings, member);
}
