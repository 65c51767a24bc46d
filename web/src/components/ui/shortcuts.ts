import { useEffect, useEffectEvent } from "react";

/** True where a key press is text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "range"].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/**
 * Calls `run` when the key is pressed anywhere on the page, but not while text is typed, in a dialog or a menu, or with a modifier.
 * `key` is as `KeyboardEvent.key`.
 */
export function useShortcut(key: string, run: () => void) {
  const runNow = useEffectEvent(run);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      const target = event.target instanceof Element ? event.target : null;
      if (isTyping(target) || target?.closest("dialog, [role=menu]")) return;
      event.preventDefault();
      runNow();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [key]);
}
