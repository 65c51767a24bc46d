import { useEffect, useEffectEvent, useRef } from "react";
import type { Settings, SettingsOptions } from "../../services/userService";
import { ConflictDialog } from "./ConflictDialog";
import { HistorySection } from "./HistorySection";
import { IntegrationsSection } from "./IntegrationsSection";
import { LeaveDialog } from "./LeaveDialog";
import { members } from "./members";
import { PreferencesSection } from "./PreferencesSection";
import { ProfileSection } from "./ProfileSection";
import { SaveBar } from "./SaveBar";
import { type Mistakes, useSettingsForm } from "./useSettingsForm";

/** The settings while they are read and edited. Ctrl or Cmd with S, and Enter in a field, save. */
export function SettingsForm({ settings, options }: { settings: Settings; options: SettingsOptions }) {
  const form = useSettingsForm(settings, options);
  const place = useRef<HTMLDivElement>(null);
  useFocusOnMistake(place, form.mistakes);
  useSaveKey(form.save);

  return (
    <>
      <div ref={place} className="flex flex-col gap-10 pb-24">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            form.save();
          }}
          className="flex flex-col gap-10"
        >
          <ProfileSection form={form} />
          <PreferencesSection form={form} />
          <button type="submit" hidden />
        </form>
        <IntegrationsSection settings={form.settings} />
        <HistorySection version={settings.version} />
      </div>
      <SaveBar form={form} />
      <LeaveDialog changed={form.changed.length} />
      {form.conflicts.length > 0 && (
        <ConflictDialog conflicts={form.conflicts} onResolve={form.resolve} onClose={form.postpone} />
      )}
    </>
  );
}

/** Moves to the first field whose value was refused, as soon as it is. */
function useFocusOnMistake(place: React.RefObject<HTMLElement | null>, mistakes: Mistakes) {
  const first = members.find((member) => mistakes[member] !== undefined);
  const focus = useEffectEvent(() => {
    const field = place.current?.querySelector(`[data-member="${first}"]`);
    field?.querySelector<HTMLElement>("input:checked, input:not([type=radio]), textarea")?.focus();
  });

  // Every refusal counts, also one of the same field again; a mistake that is being mended takes no focus.
  const refused = useRef<Mistakes>(mistakes);
  useEffect(() => {
    const fewer = Object.keys(mistakes).every((member) => member in refused.current);
    refused.current = mistakes;
    if (first !== undefined && !fewer) focus();
  }, [first, mistakes]);
}

function useSaveKey(save: () => void) {
  const saveNow = useEffectEvent(save);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      saveNow();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
