import { describe, expect, test } from "vitest";
import type { Bucket, Chart } from "../../services/insightService";
import { linesOf, panelsOf, stretchesOf } from "./panels";

const chart: Pick<Chart, "series" | "previous"> = {
  series: [
    { metric: "views", values: [17, 4, null] },
    { metric: "clicks", values: [2, 1, null] },
    { metric: "ctr", values: [0.1, null, null] },
    { metric: "revenue", currency: "EUR", values: [100, 0, null] },
    { metric: "revenue", currency: "JPY", values: [0, 5, null] },
  ],
  previous: {
    buckets: [],
    series: [
      { metric: "views", values: [9, 8] },
      { metric: "revenue", currency: "JPY", values: [1, 2, 3, 4] },
    ],
  },
};

describe("lines", () => {
  test("are those that are shown, in their order; of revenue one a currency", () => {
    expect(linesOf(chart, ["revenue", "views"], false).map(({ key }) => key)).toEqual([
      "revenue-EUR",
      "revenue-JPY",
      "views",
    ]);
  });

  test("have the period before beside them, place by place, whatever its length", () => {
    expect(linesOf(chart, ["views"], true)[0]?.previous).toEqual([9, 8, null]);
    expect(linesOf(chart, ["revenue"], true).map(({ previous }) => previous)).toEqual([null, [1, 2, 3]]);
    expect(linesOf(chart, ["views"], false)[0]?.previous).toBeNull();
  });
});

test("numbers of different kinds and currencies never share an axis", () => {
  const panels = panelsOf(linesOf(chart, ["views", "ctr", "clicks", "revenue"], false));
  expect(panels.map(({ key, lines }) => [key, lines.map(({ metric }) => metric)])).toEqual([
    ["count", ["views", "clicks"]],
    ["ratio", ["ctr"]],
    ["money-EUR", ["revenue"]],
    ["money-JPY", ["revenue"]],
  ]);
});

test("stretches are where zero would be wrong", () => {
  const states: Bucket["state"][] = [
    "no_data",
    "no_data",
    "clipped",
    "complete",
    "in_progress",
    "future",
    "future",
  ];
  const buckets = states.map((state, at) => ({ id: String(at), start: "", end: "", state }));
  expect(stretchesOf(buckets)).toEqual([
    { state: "no_data", from: 0, to: 1 },
    { state: "in_progress", from: 4, to: 4 },
    { state: "future", from: 5, to: 6 },
  ]);
});
