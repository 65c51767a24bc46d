import { describe, expect, test } from "vitest";
import { bucketAt, labelled, middle, place, valueAxis } from "./scale";

const line = (...values: (number | null)[]) => ({ values, previous: null });

describe("the axis of values", () => {
  test("holds all values, those of the period before too, and has round ends", () => {
    const axis = valueAxis([{ values: [3, null, 457], previous: [520, 1] }], "count");
    expect(axis).toEqual({ low: 0, high: 600, ticks: [0, 200, 400, 600] });
  });

  test("goes below zero where more was refunded than earned", () => {
    const axis = valueAxis([line(125840, -9490)], "money");
    expect(axis.low).toBeLessThanOrEqual(-9490);
    expect(axis.high).toBeGreaterThanOrEqual(125840);
    expect(axis.ticks).toContain(0);
  });

  test("has whole numbers for counts, also for small ones and for nothing at all", () => {
    expect(valueAxis([line(0, 1, 2)], "count").ticks).toEqual([0, 1, 2, 3, 4]);
    expect(valueAxis([line(null, null)], "count")).toEqual({ low: 0, high: 4, ticks: [0, 1, 2, 3, 4] });
    expect(valueAxis([], "ratio").high).toBeGreaterThan(0);
  });
});

test("values and buckets have their places", () => {
  const axis = { low: -100, high: 300, ticks: [] };
  expect(place(axis, 300, 200)).toBe(0);
  expect(place(axis, 0, 200)).toBe(150);
  expect(place(axis, -100, 200)).toBe(200);
  expect([0, 1, 2, 3].map((at) => middle(at, 4, 400))).toEqual([50, 150, 250, 350]);
});

test("a place is in one bucket; beside the chart, in the nearest", () => {
  expect([-5, 0, 99, 100, 399, 400, 1000].map((x) => bucketAt(x, 4, 400))).toEqual([0, 0, 0, 1, 3, 3, 3]);
});

test("as many labels as have room, evenly, and the last is among them", () => {
  expect(labelled(7, 700)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(labelled(30, 400)).toEqual([5, 11, 17, 23, 29]);
  expect(labelled(1, 10)).toEqual([0]);
});
