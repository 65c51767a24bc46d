import type { ComboboxOption } from "../ui/Combobox";

/** A zone's name as people read it. */
export function zoneName(zone: string): string {
  return zone.replaceAll("_", " ");
}

/** All zones that the browser knows, each with its clock now. UTC is always among them. */
export function zoneOptions(locale: string, now = Date.now()): ComboboxOption[] {
  const known = Intl.supportedValuesOf("timeZone");
  return ["UTC", ...known.filter((zone) => zone !== "UTC")].map((zone) => zoneOption(locale, zone, now));
}

/** What was typed as a zone of its own: names that the browser accepts but does not list, as Asia/Kolkata. */
export function typedZone(locale: string, typed: string, now = Date.now()): ComboboxOption | null {
  const zone = typed.trim().replaceAll(" ", "_");
  // Offsets are accepted by browsers, but they are no zones.
  if (!/^[a-z]/i.test(zone)) return null;
  try {
    return zoneOption(locale, zone, now);
  } catch {
    return null;
  }
}

function zoneOption(locale: string, zone: string, now: number): ComboboxOption {
  const offset = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" })
    .formatToParts(now)
    .find(({ type }) => type === "timeZoneName")?.value;
  return { value: zone, label: zoneName(zone), detail: `${clockIn(locale, zone, now)} · ${offset}` };
}

/** What the clocks of a zone show, as "14:05"; empty for a zone that the browser does not know. */
export function clockIn(locale: string, zone: string, now = Date.now()): string {
  try {
    return new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(
      now,
    );
  } catch {
    return "";
  }
}

/** The zone of this device. */
export function zoneOfBrowser(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
