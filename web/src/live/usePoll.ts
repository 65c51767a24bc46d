import { useEffect, useEffectEvent } from "react";

/** How often a visible tab asks again for what it shows, in milliseconds. */
export const pollInterval = 2_000;

/**
 * Calls `ask` every two seconds while the tab is visible, at once when it becomes visible again, and never while it is hidden.
 * A call begins only after the one before has ended; the signal aborts when the component goes.
 */
export function usePoll(ask: (signal: AbortSignal) => Promise<unknown>, enabled = true) {
  const askNow = useEffectEvent(ask);

  useEffect(() => {
    if (!enabled) return;
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = false;

    function plan() {
      clearTimeout(timer);
      if (!gone.signal.aborted && document.visibilityState === "visible")
        timer = setTimeout(turn, pollInterval);
    }
    async function turn() {
      if (asking) return;
      asking = true;
      // What fails is tried again by the next turn; the connection has been noted by then.
      await askNow(gone.signal).catch(() => undefined);
      asking = false;
      plan();
    }
    function look() {
      if (document.visibilityState === "visible") void turn();
      else clearTimeout(timer);
    }

    plan();
    document.addEventListener("visibilitychange", look);
    return () => {
      gone.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [enabled]);
}
