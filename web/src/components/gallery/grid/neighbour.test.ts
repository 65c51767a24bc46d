import { expect, test } from "vitest";
import type { Box } from "./masonry";
import { type Direction, neighbour } from "./neighbour";

/**
 * a b c
 * a b c
 * d b c
 * d e c
 *   e f
 */
const card = (name: string, column: number, y: number, height: number) => ({
  name,
  column,
  y,
  height,
  x: column * 100,
  width: 90,
});
const cards: (Box & { name: string })[] = [
  card("a", 0, 0, 200),
  card("b", 1, 0, 300),
  card("c", 2, 0, 400),
  card("d", 0, 200, 200),
  card("e", 1, 300, 200),
  card("f", 2, 400, 100),
];

test.each<[string, Direction, string | undefined]>([
  ["a", "right", "b"],
  ["a", "down", "d"],
  ["a", "left", undefined],
  ["a", "up", undefined],
  ["b", "left", "a"],
  ["d", "right", "b"],
  ["e", "left", "d"],
  ["e", "right", "c"],
  ["f", "left", "e"],
  ["c", "down", "f"],
  ["f", "down", undefined],
  ["e", "up", "b"],
])("from %s %s is %s", (from, direction, to) => {
  const start = cards.find(({ name }) => name === from);
  if (!start) throw new Error(from);
  expect(neighbour(cards, start, direction)?.name).toBe(to);
});

test("beside a card that has none next to it is the nearest of the column", () => {
  const [low] = [card("low", 0, 900, 100)];
  expect(neighbour([...cards, low], low, "right")?.name).toBe("e");
});
