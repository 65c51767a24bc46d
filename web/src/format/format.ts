/** Writes times, numbers and sizes for one reader: their language and their time zone. */
export interface Format {
  locale: string;
  zone: string;
  /** "14:05" */
  time(instant: string): string;
  /** "22 Nov", with the year if it is not the present one. */
  date(instant: string): string;
  /** "22 Nov 2026, 14:05" */
  dateTime(instant: string): string;
  /** Whole calendar days from the instant's day to today, by the reader's own midnight; 0 is today, 1 yesterday. */
  daysAgo(instant: string): number;
  /** "120,345" */
  number(value: number): string;
  /** "120K" */
  compact(value: number): string;
  /** "3.4%" of a fraction. */
  percent(fraction: number, digits?: number): string;
  /** "1:05" of milliseconds, as players show it; hours in front if there are any. */
  clock(ms: number): string;
  /** "2 min 5 sec" of milliseconds, at most two units. */
  span(ms: number): string;
  /** "1.2 MB" */
  bytes(size: number): string;
  /** "one, two and three" */
  list(words: string[]): string;
}

/** A format for a language (BCP 47) and a zone (IANA); unknown ones become the browser's. `now` is for tests. */
export function newFormat(wantedLocale: string, wantedZone: string, now: () => number = Date.now): Format {
  const locale = known(
    wantedLocale,
    (value) => new Intl.NumberFormat(value).resolvedOptions().locale,
    navigator.language,
  );
  const zone = known(wantedZone, (value) => zoneOf({ timeZone: value }), zoneOf({}));
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const times = written({ hour: "2-digit", minute: "2-digit" });
  const days = written({ day: "numeric", month: "short" });
  const daysWithYear = written({ day: "numeric", month: "short", year: "numeric" });
  const full = written({ dateStyle: "medium", timeStyle: "short" });
  const calendar = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const numbers = new Intl.NumberFormat(locale);
  const compacts = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const dayNumber = (time: number) => Date.parse(calendar.format(time)) / dayMs;

  return {
    locale,
    zone,
    time: (instant) => times.format(Date.parse(instant)),
    date: (instant) => {
      const thisYear = instant.slice(0, 4) === new Date(now()).toISOString().slice(0, 4);
      return (thisYear ? days : daysWithYear).format(Date.parse(instant));
    },
    dateTime: (instant) => full.format(Date.parse(instant)),
    daysAgo: (instant) => dayNumber(now()) - dayNumber(Date.parse(instant)),
    number: (value) => numbers.format(value),
    compact: (value) => compacts.format(value),
    percent: (fraction, digits = 1) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits }).format(fraction),
    clock,
    span: (ms) => span(locale, ms),
    bytes: (size) => bytes(locale, size),
    list: (words) => lists.format(words),
  };
}

const dayMs = 86_400_000;

function known(wanted: string, canonical: (value: string) => string, fallback: string): string {
  try {
    return canonical(wanted);
  } catch {
    return fallback;
  }
}

function zoneOf(options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en", options).resolvedOptions().timeZone;
}

function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

const units = [
  ["day", dayMs],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

function span(locale: string, ms: number): string {
  const first = units.findIndex(([, size]) => ms >= size);
  const shown = first < 0 ? units.slice(-1) : units.slice(first, first + 2);
  let rest = ms;
  const parts = shown.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return { unit, count };
  });
  return parts
    .filter(({ count }, at) => at === 0 || count > 0)
    .map(({ unit, count }) =>
      new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(count),
    )
    .join(" ");
}

const sizes = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

function bytes(locale: string, size: number): string {
  const step = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(size, 1)) / 3));
  const unit = sizes[step];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(size / 1000 ** step);
}
