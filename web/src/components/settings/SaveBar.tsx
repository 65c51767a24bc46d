import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import type { SettingsForm } from "./useSettingsForm";

const words = strings.settings;

/** One Save and one Cancel for all that was changed, over the page, so that nothing moves when it comes or goes. */
export function SaveBar({ form }: { form: SettingsForm }) {
  const format = useFormat();
  const count = form.changed.length;
  const wrong = Object.keys(form.mistakes).length;
  if (count === 0) return null;

  return (
    <section
      aria-label={words.unsaved}
      className="pointer-events-none fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-30 pb-3 md:bottom-0 md:left-[3.75rem] md:pb-5 lg:left-[14.5rem]"
    >
      {/* As wide as the fields, and in line with them. */}
      <div className="mx-auto max-w-[90rem] px-3 sm:px-6 lg:pr-10 lg:pl-[14.5rem]">
        <div className="pointer-events-auto flex max-w-3xl animate-rise flex-wrap items-center gap-x-3 gap-y-2 rounded-xl bg-raised py-2.5 pr-2.5 pl-4 shadow-float">
          <p role="status" className="min-w-40 flex-1 text-sm">
            {wrong > 0 || form.refusal !== null ? (
              <span className="font-medium text-bad">
                {wrong > 0 ? words.mistakes(wrong, format.number(wrong)) : words.notSaved(form.refusal ?? "")}
              </span>
            ) : (
              <span className="font-medium">
                {form.saving ? words.saving : words.changed(count, format.number(count))}
              </span>
            )}
          </p>
          <div className="ml-auto flex gap-2">
            <Button onClick={form.cancel} disabled={form.saving}>
              {strings.shell.cancel}
            </Button>
            <Button look="strong" onClick={form.save} disabled={form.saving}>
              {words.save}
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
}
