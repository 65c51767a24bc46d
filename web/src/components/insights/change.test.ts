import { expect, test } from "vitest";
import { changeOf } from "./change";

test.each([
  [{ change_ratio: 0.165 }, { way: "up", by: 0.165, unit: "ratio" }],
  [{ change_ratio: -1 }, { way: "down", by: -1, unit: "ratio" }],
  [{ change_ratio: 0 }, { way: "flat", by: 0, unit: "ratio" }],
  [{ change_ratio: -0.0004 }, { way: "flat", by: 0, unit: "ratio" }],
  [{ change_points: 0.0021 }, { way: "up", by: 0.0021, unit: "points" }],
  [{ change_points: -0.02 }, { way: "down", by: -0.02, unit: "points" }],
])("%o is drawn as %o", (figure, change) => {
  expect(changeOf(figure)).toEqual(change);
});

test("what nobody can compare is unknown, with the reason, and never up from nothing", () => {
  expect(changeOf({ change_ratio: null, change_reason: "no_baseline" })).toEqual({
    way: "unknown",
    reason: "no_baseline",
  });
  expect(changeOf({ change_points: null })).toEqual({ way: "unknown", reason: null });
});
