import type { ReactNode } from "react";
import { classes } from "../ui/classes";
import { Skeleton } from "../ui/Skeleton";
import { ChangeMark } from "./ChangeMark";
import type { Change } from "./change";

/** One line of a list of bars. */
export interface Bar {
  key: string;
  icon: ReactNode;
  name: string;
  value: number | null;
  written: string;
  note: string | null;
  change: Change | null;
}

interface BarListProps {
  /** Undefined until they are there. */
  bars: readonly Bar[] | undefined;
  /** Said instead of the bars, where there is nothing to draw. */
  nothing: string | null;
}

/** Values beside each other, each with its bar. What is below zero has a bar of another colour and its sign. */
export function BarList({ bars, nothing }: BarListProps) {
  if (bars === undefined) return <Waiting />;
  if (nothing !== null) return <p className="m-auto py-12 text-center text-sm text-soft">{nothing}</p>;
  const most = Math.max(1, ...bars.map(({ value }) => Math.abs(value ?? 0)));
  return (
    <ul className="flex flex-col gap-3.5 pt-1">
      {bars.map(({ key, icon, name, value, written, note, change }) => (
        <li key={key}>
          <div className="flex min-h-6 items-center gap-2 text-sm">
            {icon}
            <span className="truncate">{name}</span>
            <span className="ml-auto flex shrink-0 items-center gap-2">
              {change && <ChangeMark change={change} />}
              <span className={classes("font-medium tabular-nums", (value ?? 0) < 0 && "text-bad")}>
                {written}
              </span>
              {note !== null && <span className="w-9 text-right text-xs text-soft tabular-nums">{note}</span>}
            </span>
          </div>
          <div aria-hidden="true" className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
            <div
              style={{ width: `${(Math.abs(value ?? 0) / most) * 100}%` }}
              className={classes("h-full rounded-full", (value ?? 0) < 0 ? "bg-bad" : "bg-accent")}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-3.5 pt-1">
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} className="h-[2.125rem]" />
      ))}
    </div>
  );
}
