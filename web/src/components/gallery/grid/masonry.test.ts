import { describe, expect, test } from "vitest";
import { columnsFor, layOut, type Shape } from "./masonry";

const columns = { count: 3, width: 200, gap: 16 };
const card = (flexible: number, fixed = 50): Shape => ({ flexible, fixed });

describe("columns", () => {
  test.each([
    [328, 2],
    [660, 3],
    [1112, 5],
    [1360, 6],
  ])("%i pixels hold %i", (available, count) => {
    const found = columnsFor(available);
    expect(found.count).toBe(count);
    expect(found.width * count + found.gap * (count - 1)).toBeLessThanOrEqual(available);
  });
});

describe("a layout", () => {
  test("puts each card under the shortest column, the first of equals", () => {
    const { boxes } = layOut([card(100), card(200), card(300), card(50), card(50)], columns, false);
    expect(boxes.map(({ column, y }) => [column, y])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 166],
      [1, 266],
    ]);
  });

  test("never lets cards overlap, and keeps the gap between them", () => {
    const shapes = Array.from({ length: 96 }, (_, at) =>
      card(120 + ((at * 73) % 240), at % 3 === 0 ? 90 : 50),
    );
    const { boxes } = layOut(shapes, columns, true);
    for (const column of [0, 1, 2]) {
      const stack = boxes.filter((box) => box.column === column);
      for (const [at, box] of stack.entries()) {
        const above = stack[at - 1];
        if (above) expect(box.y - (above.y + above.height)).toBe(columns.gap);
      }
    }
  });

  test("ends evenly where others follow, by little for each card", () => {
    const shapes = Array.from({ length: 96 }, (_, at) => card(120 + ((at * 73) % 240)));
    const { boxes, height } = layOut(shapes, columns, true);
    const ends = [0, 1, 2].map((column) =>
      Math.max(...boxes.filter((box) => box.column === column).map((box) => box.y + box.height)),
    );
    expect(new Set(ends)).toEqual(new Set([height - columns.gap]));
    for (const [at, box] of boxes.entries()) {
      const natural = shapes[at]?.flexible ?? 0;
      expect(Math.abs(box.height - 50 - natural) / natural).toBeLessThan(0.1);
    }
  });

  test("stays ragged where evening out would show", () => {
    const { boxes } = layOut([card(100), card(400), card(400)], columns, true);
    expect(boxes.map(({ height }) => height)).toEqual([150, 450, 450]);
  });

  test("of nothing has no height", () => {
    expect(layOut([], columns, true)).toEqual({ boxes: [], height: 0 });
  });
});
