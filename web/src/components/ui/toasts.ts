import { useSyncExternalStore } from "react";

/** A short message that goes by itself, with at most one thing to do. */
export interface Toast {
  id: number;
  text: string;
  tone: "neutral" | "bad";
  action?: { label: string; run: () => void };
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]) {
  toasts = next;
  for (const tell of listeners) tell();
}

/** Shows a message; at most three are on screen, the oldest goes first. Gives its id. */
export function showToast(text: string, options: Partial<Pick<Toast, "tone" | "action">> = {}): number {
  lastId += 1;
  replace([...toasts.slice(-2), { tone: "neutral", ...options, text, id: lastId }]);
  return lastId;
}

/** Takes a message away. */
export function dismissToast(id: number) {
  if (toasts.some((toast) => toast.id === id)) replace(toasts.filter((toast) => toast.id !== id));
}

/** Does what the newest message offers, and takes it away; false if there is nothing to do. */
export function runNewestAction(): boolean {
  const newest = toasts.findLast((toast) => toast.action);
  if (!newest) return false;
  dismissToast(newest.id);
  newest.action?.run();
  return true;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The messages on screen, oldest first. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}
