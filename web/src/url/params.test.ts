import { expect, test } from "vitest";
import { flag, id, listOf, oneOf, text, texts } from "./params";
import { parseSearch, stringifySearch } from "./search";

const colours = ["red", "green", "blue"] as const;

test("a list is read from text and from values, in one order, and unknown ones are left out", () => {
  expect(listOf("blue,red,pink", colours)).toEqual(["red", "blue"]);
  expect(listOf(["blue", "red"], colours)).toEqual(["red", "blue"]);
  expect(listOf("pink", colours)).toBeUndefined();
  expect(listOf(undefined, colours)).toBeUndefined();
});

test("texts are trimmed, each once", () => {
  expect(texts("autumn, lamp,autumn,")).toEqual(["autumn", "lamp"]);
  expect(texts(",")).toBeUndefined();
  expect(text("  red shoes ")).toBe("red shoes");
  expect(text("   ")).toBeUndefined();
  expect(text("x".repeat(300))).toHaveLength(256);
});

test("what cannot be meant is absent", () => {
  expect(oneOf("pink", colours)).toBeUndefined();
  expect(flag("yes")).toBeUndefined();
  expect(flag("true")).toBe(true);
  expect(id("019AB3C4-7A5E-7C11-8F2E-0D9C5B7A1E01")).toBeUndefined();
  expect(id("019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01")).toBe("019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01");
});

test("an address that was written is read as it was meant", () => {
  const written = stringifySearch({
    q: "50% red & blue, größer",
    tag: ["a", "b"],
    favorite: true,
    trashed: false,
    sort: undefined,
  });
  expect(written).toBe("?q=50%25+red+%26+blue,+gr%C3%B6%C3%9Fer&tag=a,b&favorite=true");
  expect(parseSearch(written)).toEqual({ q: "50% red & blue, größer", tag: "a,b", favorite: "true" });
  expect(stringifySearch({ q: "" })).toBe("");
});
