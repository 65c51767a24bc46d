import { describe, expect, test } from "vitest";
import { newFormat } from "../../format/format";
import { newBucketLabels, writtenRange } from "./bucketLabels";
import { writtenValue } from "./writing";

const format = newFormat("en-GB", "UTC");

/** Which of its many spaces a writer takes is its own affair. */
const plainly = (text: string) => text.replace(/\s/g, " ");

describe("values", () => {
  test.each([
    ["EUR", 12900, "€129.00"],
    ["JPY", 12900, "¥12,900"],
    ["KWD", 12900, "KWD 12.900"],
    ["EUR", -990, "-€9.90"],
  ])("of money are minor units by the digits of %s", (currency, minor, written) => {
    expect(plainly(writtenValue(format, "revenue", minor, currency))).toBe(written);
  });

  test("of ratios are percent, of counts numbers, and what nobody knows is neither zero nor empty", () => {
    expect(writtenValue(format, "ctr", 0.0412)).toBe("4.12%");
    expect(writtenValue(format, "views", 12840)).toBe("12,840");
    expect(writtenValue(format, "views", null)).toBe("–");
    expect(writtenValue(format, "views", 0)).toBe("0");
  });
});

describe("buckets", () => {
  const hour = {
    id: "2026-11-01T05:00:00.000Z",
    start: "",
    end: "2026-11-01T06:00:00.000Z",
    state: "complete" as const,
  };

  test("are called by the clocks of the zone that was asked in", () => {
    const labels = newBucketLabels("en-GB", { tz: "America/New_York", interval: "hour" });
    expect(labels.short(hour)).toBe("01:00");
    expect(labels.full(hour)).toBe("Sun 1 Nov, 01:00");
  });

  test("that are weeks have their last day, not the one after", () => {
    const week = { ...hour, id: "2026-10-26T00:00:00.000Z", end: "2026-11-02T00:00:00Z" };
    expect(plainly(newBucketLabels("en-GB", { tz: "UTC", interval: "week" }).full(week))).toBe(
      "26 Oct – 1 Nov 2026",
    );
  });
});

test("a range is its first and its last day", () => {
  expect(
    plainly(writtenRange("en-GB", { start: "2026-10-27T00:00:00Z", end: "2026-11-26T00:00:00Z", tz: "UTC" })),
  ).toBe("27 Oct – 25 Nov 2026");
});
