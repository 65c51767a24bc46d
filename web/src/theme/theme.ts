import { useSyncExternalStore } from "react";

/** How the page looks: as the system says, or as was chosen here. */
export type Theme = "system" | "light" | "dark";

const key = "vitrine.theme";
const listeners = new Set<() => void>();

/** The theme that was chosen; `public/theme.js` has put it on the document before the first paint. */
function chosenTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Chooses a theme, for this browser. */
export function chooseTheme(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme that was chosen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, chosenTheme);
}
