import { RotateCcw } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Badge } from "../ui/Badge";
import { choiceOf, defaultOf, type Member } from "./members";
import type { SettingsForm } from "./useSettingsForm";
import { written } from "./words";

const words = strings.settings;

/** What a control needs to be known by: its id, whether its value was refused, and what describes it. */
export interface ControlProps {
  id: string;
  invalid: boolean;
  describedBy: string;
}

interface FieldProps {
  form: SettingsForm;
  member: Member;
  /** A group of radio buttons is named as a whole, a single control by its label. */
  group?: boolean;
  /** Under the control, beside what was refused: a counter, say. */
  note?: ReactNode;
  children: (control: ControlProps) => ReactNode;
}

/** One member of the settings: its name, whether it is a default or chosen, the way back, its control, and what was said about it. */
export function Field({ form, member, group = false, note, children }: FieldProps) {
  const { locale } = useFormat();
  const id = useId();
  const choice = choiceOf(form.settings, member);
  const mistake = form.mistakes[member];
  const byDefault = written(member, defaultOf(form.options, member), locale);
  const Frame = group ? "fieldset" : "div";
  const Name = group ? "p" : "label";
  const control = { id, invalid: mistake !== undefined, describedBy: `${id}-hint ${id}-said` };

  return (
    <Frame
      data-member={member}
      {...(group ? { "aria-labelledby": `${id}-name` } : {})}
      className="grid min-w-0 gap-x-8 gap-y-3 border-line px-4 py-5 not-first:border-t sm:px-6 lg:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div className="min-w-0 max-lg:flex max-lg:flex-wrap max-lg:items-baseline max-lg:gap-x-3">
        <Name
          {...(group ? { id: `${id}-name` } : { htmlFor: id })}
          className="float-left font-medium max-lg:float-none"
        >
          {words.members[member]}
        </Name>
        <p
          id={`${id}-hint`}
          className="clear-left pt-0.5 text-sm text-soft text-pretty max-lg:order-3 max-lg:w-full"
        >
          {words.hints[member]}
        </p>
        <p className="mt-2 flex h-6 items-center gap-1.5 max-lg:order-2 max-lg:mt-0 max-lg:ml-auto">
          <State choice={choice} edited={form.changed.includes(member)} />
          {choice !== null && (
            <button
              type="button"
              aria-label={words.resetLabel(words.members[member], byDefault)}
              title={words.resetLabel(words.members[member], byDefault)}
              onClick={() => form.choose(member, null)}
              className="inline-flex h-6 items-center gap-1 rounded-sm px-1 text-xs text-soft hover:bg-hover hover:text-ink max-sm:h-8 max-sm:px-2"
            >
              <RotateCcw size={11} aria-hidden="true" />
              {words.reset}
            </button>
          )}
        </p>
      </div>
      <div className="min-w-0">
        {children(control)}
        <div id={`${id}-said`} className="text-sm empty:hidden">
          {mistake !== undefined && (
            <p className="mt-1.5 font-medium text-bad first-letter:uppercase">{mistake}</p>
          )}
          {choice === undefined && <p className="mt-1.5 text-warn">{words.invalid(byDefault)}</p>}
          {note}
        </div>
      </div>
    </Frame>
  );
}

function State({ choice, edited }: { choice: string | null | undefined; edited: boolean }) {
  return (
    <>
      <Badge tone={choice === null ? "neutral" : "accent"}>
        {choice === null ? words.state.default : words.state.chosen}
      </Badge>
      {edited && (
        <Badge tone="run">
          <span aria-hidden="true" className="size-1.5 rounded-full bg-run" />
          {words.state.edited}
        </Badge>
      )}
    </>
  );
}
