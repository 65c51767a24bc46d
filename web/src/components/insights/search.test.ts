import { describe, expect, test } from "vitest";
import { addDays, dateOf, daysBetween, todayIn } from "./days";
import { chartAskOf, insightsSearch, intervalsFor, scopeOf } from "./search";

describe("the address", () => {
  test("says nothing of defaults, and leaves out what cannot be meant", () => {
    expect(
      insightsSearch({ range: "30d", top: "views", metrics: "views,clicks,conversions", interval: "auto" }),
    ).toEqual({});
    expect(
      insightsSearch({ range: "fortnight", channel: "ebay", start: "2026-02-30", end: "2026-03-05" }),
    ).toEqual({});
    expect(insightsSearch({ currency: "eur", alone: "yes", view: "cake" })).toEqual({});
  });

  test("has a range of one's own only whole and forwards; it wins over a named one", () => {
    expect(insightsSearch({ range: "7d", start: "2026-03-01", end: "2026-03-05" })).toEqual({
      start: "2026-03-01",
      end: "2026-03-05",
    });
    expect(insightsSearch({ range: "7d", start: "2026-03-05", end: "2026-03-05" })).toEqual({ range: "7d" });
    expect(insightsSearch({ start: "2026-03-05" })).toEqual({});
  });

  test("is the question that the API is asked", () => {
    const search = insightsSearch({ range: "7d", channel: "tiktok,shopify", type: "video", alone: "true" });
    expect(scopeOf(search, "Europe/Lisbon")).toEqual({
      tz: "Europe/Lisbon",
      range: "7d",
      channel: ["shopify", "tiktok"],
      asset_type: ["video"],
    });
    expect(chartAskOf(search)).toEqual({ metrics: ["views", "clicks", "conversions"], interval: "auto" });
    expect(chartAskOf({})).toMatchObject({ compare: "previous" });
  });
});

test("only intervals that make a chart are offered, and the one that is asked for", () => {
  expect(intervalsFor({ range: "7d" })).toEqual(["auto", "hour", "day"]);
  expect(intervalsFor({ range: "12mo" })).toEqual(["auto", "day", "week", "month"]);
  expect(intervalsFor({ start: "2026-03-01", end: "2026-03-02", interval: "month" })).toEqual([
    "auto",
    "hour",
    "month",
  ]);
});

test("days are the calendar's", () => {
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2026-03-29", -1)).toBe("2026-03-28");
  expect(daysBetween("2026-03-28", "2026-03-31")).toBe(3);
  expect(dateOf("2026-2-3")).toBeUndefined();
  expect(todayIn("Pacific/Auckland", Date.parse("2026-03-28T12:00:00Z"))).toBe("2026-03-29");
});
