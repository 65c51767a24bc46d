import { describe, expect, test } from "vitest";
import { assetQuery, gallerySearch, isFiltered, unfiltered } from "./search";

const id = "01a213e6-b970-78a6-a281-e05d69c5e91f";

describe("an address", () => {
  test("is read into what it means", () => {
    const given = {
      q: " lamp ",
      type: "image",
      tag: "a,b",
      orientation: "square,round",
      project_id: id,
      asset: id,
    };
    expect(gallerySearch(given)).toEqual({
      q: "lamp",
      type: "image",
      tag: ["a", "b"],
      orientation: ["square"],
      project_id: id,
      asset: id,
    });
  });

  test.each([
    ["relevance without words", { sort: "-relevance" }],
    ["the order of no project", { sort: "position", project_id: "none" }],
    ["nonsense", { sort: "up", type: "sound", asset: "7", favorite: "no" }],
  ])("with %s holds the default", (_, given) => {
    const { project_id, ...rest } = gallerySearch(given);
    expect(rest).toEqual({});
  });

  test("that a link gives is the same as the one it becomes", () => {
    const search = gallerySearch({ asset: id, project_id: id, sort: "position" });
    expect(gallerySearch({ ...search })).toEqual(search);
  });
});

test("the open asset is no part of the question", () => {
  expect(assetQuery(gallerySearch({ asset: id, type: "video" }))).toEqual({ type: ["video"] });
});

test("matches are asked for only where something is searched", () => {
  expect(assetQuery({ q: "lamp" })).toEqual({ q: "lamp", highlight: true });
});

test("the trash is a place, not a filter", () => {
  expect(isFiltered({ trashed: true, asset: id })).toBe(false);
  expect(isFiltered({ trashed: true, tag: ["a"] })).toBe(true);
  expect(unfiltered({ trashed: true, tag: ["a"], q: "x" })).toEqual({ trashed: true });
});
