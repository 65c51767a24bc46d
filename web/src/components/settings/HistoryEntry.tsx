import { ArrowRight, UserRound, Workflow } from "lucide-react";
import { useFormat } from "../../format/viewer";
import type { SettingsEntry } from "../../services/userService";
import { strings } from "../../strings";
import { memberName, writtenChoice } from "./words";

const words = strings.settings;

/** One change: who, when, and each member before and after. */
export function HistoryEntry({ entry: { at, actor, changes } }: { entry: SettingsEntry }) {
  const format = useFormat();
  const Icon = actor === "user" ? UserRound : Workflow;
  return (
    <li className="flex gap-3 border-line px-4 py-3 not-first:border-t sm:px-6">
      <Icon size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-soft" />
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-0.5 text-sm sm:flex-row">
        <ul className="min-w-0 flex-1">
          {changes.map(({ pointer, before, after }) => (
            <li key={pointer} className="flex flex-wrap items-baseline gap-x-1.5">
              <span className="font-medium">{memberName(pointer)}</span>
              <span className="max-w-full min-w-0 truncate text-soft">
                {writtenChoice(pointer, before, format.locale)}
              </span>
              <ArrowRight size={12} aria-hidden="true" className="translate-y-0.5 shrink-0 text-soft" />
              <span className="sr-only">{words.became}</span>
              <span className="max-w-full min-w-0 truncate">
                {writtenChoice(pointer, after, format.locale)}
              </span>
            </li>
          ))}
        </ul>
        <p className="shrink-0 text-soft">
          {words.actors[actor]} · <time dateTime={at}>{format.dateTime(at)}</time>
        </p>
      </div>
    </li>
  );
}
