import { type ReactNode, useId } from "react";
import { classes } from "../ui/classes";

interface CardProps {
  title: string;
  /** Controls at the end of the line of the title. */
  actions?: ReactNode;
  className?: string;
  /** True while what is shown is that of an earlier question. */
  waiting?: boolean;
  children: ReactNode;
}

/** A part of the screen with a heading. What is old while something newer is on its way is paler. */
export function Card({ title, actions, className, waiting = false, children }: CardProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      aria-busy={waiting}
      className={classes(
        "flex min-w-0 flex-col rounded-xl border border-line bg-surface shadow-card",
        className,
      )}
    >
      <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-3 sm:px-5">
        <h2 id={titleId} className="mr-auto font-semibold">
          {title}
        </h2>
        {actions}
      </header>
      <div
        className={classes(
          "flex min-w-0 flex-1 flex-col px-4 pt-2 pb-4 transition-opacity sm:px-5",
          waiting && "opacity-55",
        )}
      >
        {children}
      </div>
    </section>
  );
}
