import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { strings } from "../../strings";
import { IconButton } from "./Button";
import { classes } from "./classes";
import { useModal } from "./useModal";

interface DialogProps {
  title: string;
  onClose: () => void;
  /** "side" slides in from the right on wide screens; both are sheets on phones. */
  place?: "middle" | "side";
  children: ReactNode;
  /** Buttons under the content. */
  footer?: ReactNode;
}

const places = {
  middle: "m-auto w-[min(30rem,calc(100vw-2rem))] max-h-[calc(100dvh-4rem)] rounded-xl animate-appear",
  side: "ml-auto my-auto h-dvh max-h-none w-full max-w-none animate-rise sm:mr-3 sm:h-[calc(100dvh-1.5rem)] sm:w-[26rem] sm:rounded-xl",
};

/**
 * A dialog, open as long as it is rendered. It is the browser's own: focus stays inside and returns to where it was, Escape closes,
 * and what is below cannot be reached.
 */
export function Dialog({ title, onClose, place = "middle", children, footer }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useModal(dialog);
  useEffect(() => {
    // Not the first button, which closes it: what asks for the focus, else the title.
    (dialog.current?.querySelector<HTMLElement>("[data-autofocus]") ?? heading.current)?.focus();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop is a shortcut for those who point; the keyboard has Escape
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className={classes(
        "flex-col overflow-hidden bg-raised p-0 text-ink shadow-float open:flex",
        places[place],
      )}
    >
      <header className="flex items-center justify-between gap-3 border-b border-line py-2.5 pr-2.5 pl-5">
        <h2
          ref={heading}
          id={titleId}
          tabIndex={-1}
          className="truncate outline-none text-base font-semibold"
        >
          {title}
        </h2>
        <IconButton label={strings.shell.close} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
      {footer && <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>}
    </dialog>
  );
}
