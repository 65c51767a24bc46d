import { describe, expect, test } from "vitest";
import { newFormat } from "./format";

const now = () => Date.parse("2026-03-29T10:00:00.000Z");

describe("days", () => {
  test.each([
    // In Lisbon the clock went from 1:00 to 2:00 that night: midnight was at 00:00Z, the one before too.
    ["Europe/Lisbon", "2026-03-29T00:00:00.000Z", 0],
    ["Europe/Lisbon", "2026-03-28T23:59:59.999Z", 1],
    ["Europe/Lisbon", "2026-03-22T12:00:00.000Z", 7],
    // Auckland is 13 hours ahead: there it is already late in the evening of the 29th.
    ["Pacific/Auckland", "2026-03-28T10:59:59.000Z", 1],
    ["Pacific/Auckland", "2026-03-28T11:00:00.000Z", 0],
    ["America/Los_Angeles", "2026-03-29T06:59:00.000Z", 1],
    ["America/Los_Angeles", "2026-03-30T01:00:00.000Z", 0],
  ])("in %s, %s was %i days ago", (zone, instant, days) => {
    expect(newFormat("en-GB", zone, now).daysAgo(instant)).toBe(days);
  });
});

test("dates are written in the language and the zone", () => {
  const instant = "2026-03-28T23:30:00.000Z";
  expect(newFormat("en-GB", "UTC", now).date(instant)).toBe("28 Mar");
  expect(newFormat("de", "Asia/Tokyo", now).date(instant)).toBe("29. März");
  expect(newFormat("en-GB", "UTC", now).date("2024-03-28T23:30:00.000Z")).toBe("28 Mar 2024");
  expect(newFormat("en-GB", "Asia/Tokyo", now).time(instant)).toBe("08:30");
});

test("what nobody knows becomes what the browser has", () => {
  const format = newFormat("not a language", "Mars/Olympus", now);
  expect(format.locale).toBe(navigator.language);
  expect(format.zone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});

test.each([
  [0, "0:00"],
  [5_499, "0:05"],
  [65_000, "1:05"],
  [3_723_000, "1:02:03"],
])("%i ms are %s on a player", (ms, shown) => {
  expect(newFormat("en", "UTC").clock(ms)).toBe(shown);
});

test.each([
  [400, "0 sec"],
  [59_999, "59 sec"],
  [60_000, "1 min"],
  [125_000, "2 min 5 sec"],
  [3_600_000, "1 hr"],
  [90_000_000, "1 day 1 hr"],
])("%i ms are %s of work", (ms, shown) => {
  expect(newFormat("en", "UTC").span(ms)).toBe(shown);
});

test.each([
  [0, "0 byte"],
  [999, "999 byte"],
  [1_000, "1 kB"],
  [1_250_000, "1.3 MB"],
])("%i bytes are %s", (size, shown) => {
  expect(newFormat("en", "UTC").bytes(size)).toBe(shown);
});
