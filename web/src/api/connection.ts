import { useSyncExternalStore } from "react";

/** What the answers of the server say about the way to it. Shown by the notices of the shell. */
export interface Connection {
  /** False after a request that got no answer, until one does. */
  reachable: boolean;
  /** True after a 401, until a request succeeds. */
  sessionEnded: boolean;
  /** Parts of the server that answered in a lesser way, as "search". */
  degraded: readonly string[];
}

let current: Connection = { reachable: true, sessionEnded: false, degraded: [] };
const listeners = new Set<() => void>();

/** The state as it is now. */
export function connection(): Connection {
  return current;
}

/** Notes what was learnt; those who look are told only if it is news. */
export function note(change: Partial<Connection>) {
  const next = { ...current, ...change };
  if (next.degraded.join() === current.degraded.join()) next.degraded = current.degraded;
  if (
    next.reachable === current.reachable &&
    next.sessionEnded === current.sessionEnded &&
    next.degraded === current.degraded
  ) {
    return;
  }
  current = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The state of the way to the server, for components. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, connection);
}
