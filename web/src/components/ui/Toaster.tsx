import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { strings } from "../../strings";
import { IconButton } from "./Button";
import { classes } from "./classes";
import { isTyping } from "./shortcuts";
import { dismissToast, runNewestAction, type Toast, useToasts } from "./toasts";

/** How long a message stays while nobody points at it, in milliseconds. */
const stay = 8_000;

/** The messages of the page. Ctrl or Cmd with Z does what the newest one offers, which mostly is an undo. */
export function Toaster() {
  const toasts = useToasts();

  useEffect(() => {
    function undo(event: KeyboardEvent) {
      const wanted = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (wanted && !isTyping(event.target) && runNewestAction()) event.preventDefault();
    }
    window.addEventListener("keydown", undo);
    return () => window.removeEventListener("keydown", undo);
  }, []);

  return (
    <section
      aria-label={strings.shell.toasts}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-50 flex flex-col items-center gap-2 md:right-6 md:bottom-6 md:left-auto md:items-end"
    >
      {toasts.map((toast) => (
        <Message key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function Message({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const { id, text, tone, action } = toast;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), stay);
    return () => clearTimeout(timer);
  }, [held, id]);

  return (
    <div
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={classes(
        "pointer-events-auto flex max-w-md animate-rise items-center gap-1 rounded-lg py-1.5 pr-1.5 pl-3.5 text-sm shadow-float",
        tone === "bad" ? "bg-bad-soft text-bad" : "bg-inverse text-on-inverse",
      )}
    >
      <p className="py-1 pr-2">{text}</p>
      {action && (
        <button
          type="button"
          className="rounded-md px-2.5 py-1 font-semibold whitespace-nowrap underline-offset-2 hover:underline focus-visible:outline-current"
          onClick={() => {
            dismissToast(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton
        label={strings.shell.dismiss}
        look="bare"
        className="size-7"
        onClick={() => dismissToast(id)}
      >
        <X size={15} />
      </IconButton>
    </div>
  );
}
