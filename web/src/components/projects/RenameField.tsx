import { useEffect, useRef, useState } from "react";
import { strings } from "../../strings";
import { classes } from "../ui/classes";

/** The most characters of a title, as the API has it. */
const longest = 300;

interface RenameFieldProps {
  title: string;
  /** Told the new title, null for none, and whether a key ended it: then the focus belongs where it was. */
  onDone: (title: string | null, byKey: boolean) => void;
  className?: string;
}

/** A title while it is being changed. Enter or leaving keeps it, Escape does not; an empty or equal one is no change. */
export function RenameField({ title, onDone, className }: RenameFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const [typed, setTyped] = useState(title);

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  function finish(keep: boolean, byKey: boolean) {
    if (done.current) return;
    done.current = true;
    const wanted = typed.trim();
    onDone(keep && wanted !== "" && wanted !== title ? wanted : null, byKey);
  }

  return (
    <input
      ref={input}
      aria-label={strings.projects.renameOf(title)}
      value={typed}
      maxLength={longest}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => finish(true, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter" && !event.nativeEvent.isComposing) finish(true, true);
        if (event.key === "Escape") finish(false, true);
      }}
      className={classes(
        "relative z-10 w-full min-w-0 rounded-sm border border-edge bg-raised px-1.5 outline-offset-0",
        className,
      )}
    />
  );
}
