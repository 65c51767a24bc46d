import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { getSettings, type Settings } from "../services/userService";
import { type Format, newFormat } from "./format";

const FormatContext = createContext<Format | null>(null);

/** The settings as every part of the page reads them. */
export const settingsQuery = {
  queryKey: ["user", "settings"],
  queryFn: ({ signal }: { signal: AbortSignal }) => getSettings(signal),
  staleTime: 60_000,
};

/** Gives every part below one format: the language and zone that were chosen in the settings, else those of the browser. */
export function FormatProvider({ children }: { children: ReactNode }) {
  const { data: settings } = useQuery(settingsQuery);
  const locale = chosen(settings, "/ai_preferences/language") ?? navigator.language;
  const zone = chosen(settings, "/profile/timezone") ?? "";
  const format = useMemo(() => newFormat(locale, zone), [locale, zone]);
  return <FormatContext value={format}>{children}</FormatContext>;
}

/** A default is nobody's choice: UTC and English say nothing about the reader. */
function chosen(settings: Settings | undefined, pointer: "/ai_preferences/language" | "/profile/timezone") {
  if (!settings?.explicit.includes(pointer)) return undefined;
  return pointer === "/profile/timezone" ? settings.profile.timezone : settings.ai_preferences.language;
}

/** How to write times and numbers for this reader. */
export function useFormat(): Format {
  const format = useContext(FormatContext);
  if (format === null) throw new Error("useFormat needs a FormatProvider above it");
  return format;
}
