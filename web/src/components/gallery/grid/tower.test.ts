import { describe, expect, test } from "vitest";
import { guessedHeight, sectionAt, sectionsIn, stack } from "./tower";

const tower = stack([100, 0, 50, 200]);

test("sections stand one on another", () => {
  expect([...tower.tops]).toEqual([0, 100, 100, 150]);
  expect(tower.height).toBe(350);
});

test.each([
  [-20, 0],
  [0, 0],
  [99.5, 0],
  [100, 2],
  [149, 2],
  [150, 3],
  [900, 3],
])("at %d is section %i", (y, section) => {
  expect(sectionAt(tower, y)).toBe(section);
});

describe("a stretch", () => {
  test("touches all sections from its first to its last", () => {
    expect(sectionsIn(tower, 90, 160)).toEqual([0, 1, 2, 3]);
    expect(sectionsIn(tower, 110, 120)).toEqual([2]);
  });

  test("above or below all of them touches none", () => {
    expect(sectionsIn(tower, -300, -1)).toEqual([]);
    expect(sectionsIn(tower, 351, 600)).toEqual([]);
    expect(sectionsIn(stack([]), 0, 100)).toEqual([]);
  });
});

describe("a guessed height", () => {
  test("is what the known cards need", () => {
    expect(guessedHeight(96, 62.5, 100_000)).toBe(6000);
  });

  test("is pressed where all of them would be taller than a browser scrolls", () => {
    const sections = 1_000_000 / 96;
    expect(guessedHeight(96, 150, 1_000_000) * sections).toBeLessThanOrEqual(16_000_000);
  });
});
