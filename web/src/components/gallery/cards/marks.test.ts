import { describe, expect, test } from "vitest";
import { runsOf, startOf } from "./marks";

/** Marked pieces in brackets. */
const written = (text: string, spans: { start: number; end: number }[], from?: number) =>
  runsOf(text, spans, from)
    .map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join("");

describe("runs", () => {
  test.each([
    ["in the middle", "a red shoe", [{ start: 2, end: 5 }], "a [red] shoe"],
    [
      "at both ends",
      "red shoe",
      [
        { start: 0, end: 3 },
        { start: 4, end: 8 },
      ],
      "[red] [shoe]",
    ],
    [
      "side by side",
      "运动鞋",
      [
        { start: 0, end: 2 },
        { start: 2, end: 3 },
      ],
      "[运动][鞋]",
    ],
    [
      "behind an emoji, which is one code point but two units",
      "👟 shoe",
      [{ start: 2, end: 6 }],
      "👟 [shoe]",
    ],
    ["an emoji itself", "a 👟!", [{ start: 2, end: 3 }], "a [👟]!"],
    [
      "behind a letter with a combining mark, which is two",
      "e\u0301 lamp",
      [{ start: 3, end: 7 }],
      "e\u0301 [lamp]",
    ],
    ["beyond the end", "lamp", [{ start: 2, end: 9 }], "la[mp]"],
    ["nowhere", "lamp", [], "lamp"],
  ])("%s", (_, text, spans, expected) => {
    expect(written(text, spans)).toBe(expected);
  });

  test("of a later part have the matches from there on", () => {
    expect(
      written(
        "👟 one two",
        [
          { start: 2, end: 5 },
          { start: 6, end: 9 },
        ],
        6,
      ),
    ).toBe("[two]");
  });

  test("give back the text that went in", () => {
    const text = "大 hat 🎩, and 帽子";
    const pieces = runsOf(text, [
      { start: 2, end: 5 },
      { start: 13, end: 15 },
    ]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  });
});

describe("the beginning of an excerpt", () => {
  test.each([
    ["is the text's own where the match is near", "a lamp on a table", 2, 0],
    ["is a few words before a match that is far", "one two three four lamp", 19, 14],
    ["counts code points", "🎩🎩 two three four lamp", 18, 13],
    ["cuts a word that is longer than the room", "abcdefghijklmnopqrst lamp", 21, 21],
  ])("%s", (_, text, start, expected) => {
    expect(startOf(text, [{ start, end: start + 4 }], 8)).toBe(expected);
  });
});
