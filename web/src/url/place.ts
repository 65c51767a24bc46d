import { type AnyRouter, getElementScrollRestorationEntry } from "@tanstack/router-core";

/**
 * Goes back to the place where a screen was left, also where its content is not there yet: the router scrolls once, as soon as the
 * screen is rendered; this goes on as the document grows (a list at its end reads its next page), until the place is reached or the
 * reader moves.
 */
export function keepPlace(router: AnyRouter) {
  let stop = () => {};
  router.subscribe("onRendered", () => {
    stop();
    if (router.latestLocation.pathname === "/gallery") return;
    const left = getElementScrollRestorationEntry(router, { getElement: () => window });
    if (left && left.scrollY > window.scrollY + 1) stop = reach(left.scrollY);
  });
}

/** What a reader does to move. */
const moves = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

function reach(top: number): () => void {
  const growth = new ResizeObserver(() => {
    window.scrollTo({ top, behavior: "instant" });
    if (window.scrollY >= top - 1) stop();
  });
  function stop() {
    growth.disconnect();
    for (const move of moves) window.removeEventListener(move, stop);
  }
  growth.observe(document.documentElement);
  for (const move of moves) window.addEventListener(move, stop, { passive: true });
  return stop;
}
