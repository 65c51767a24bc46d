import { type ReactNode, useEffect } from "react";
import { strings } from "../../strings";
import { classes } from "../ui/classes";

interface ScreenProps {
  title: string;
  /** Beside the title, mostly the number of what is shown. */
  aside?: ReactNode;
  /** At the end of the line of the title. */
  actions?: ReactNode;
  /** Without the line of the title: the screen has a heading of its own. */
  bare?: boolean;
  children?: ReactNode;
}

/** A screen with its title, which is the document's too. */
export function Screen({ title, aside, actions, bare = false, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${title} – ${strings.shell.product}`;
  }, [title]);

  return (
    <div className={classes("mx-auto max-w-[90rem] px-4 sm:px-6 lg:px-10", bare && "pt-2 md:pt-7")}>
      {!bare && (
        <header className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2 pt-2 pb-4 md:pt-8 md:pb-5">
          <h1 className="text-2xl font-semibold">{title}</h1>
          {aside}
          {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
        </header>
      )}
      {children}
    </div>
  );
}
