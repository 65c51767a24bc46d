import { expect, test } from "vitest";
import { between } from "./useSelection";

const items = [..."abcde"].map((id) => ({ id }));
const ids = (one: string, other: string) =>
  between(items, one, other)
    .map(({ id }) => id)
    .join("");

test("a range goes from one to the other, whichever comes first", () => {
  expect(ids("b", "d")).toBe("bcd");
  expect(ids("d", "b")).toBe("bcd");
  expect(ids("c", "c")).toBe("c");
});

test("without one of its ends it goes to the end", () => {
  expect(ids("gone", "c")).toBe("cde");
  expect(ids("gone", "lost")).toBe("");
});
