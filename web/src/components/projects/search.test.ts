import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "../../url/search";
import { isFiltered, projectQuery, projectsSearch } from "./search";

const read = (address: string) => projectsSearch(parseSearch(address));

test("the plain address is the plain view", () => {
  expect(read("")).toEqual({});
  expect(projectQuery(read(""))).toEqual({});
});

test("an address is read, and written as it was read", () => {
  const address =
    "?q=red+lamp&status=running,failed&type=package&tag=autumn,hero&favorite=true&trashed=true&sort=title";
  expect(read(address)).toEqual({
    q: "red lamp",
    status: ["running", "failed"],
    type: ["package"],
    tag: ["autumn", "hero"],
    favorite: true,
    trashed: true,
    sort: "title",
  });
  expect(stringifySearch({ ...read(address) })).toBe(address);
});

test("what is not understood is as if absent, and so are defaults", () => {
  expect(read("?status=lost&type=&sort=price&favorite=maybe&timeline=12&page=3")).toEqual({});
  expect(read("?sort=-created_at")).toEqual({});
});

test("the best match needs words to match", () => {
  expect(read("?sort=-relevance")).toEqual({});
  expect(read("?q=lamp&sort=-relevance")).toEqual({ q: "lamp", sort: "-relevance" });
});

test("an open timeline asks nothing else of the list", () => {
  const timeline = "019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01";
  expect(read(`?timeline=${timeline}`)).toEqual({ timeline });
  expect(projectQuery({ timeline })).toEqual({});
});

test("the trash and the order narrow nothing", () => {
  expect(isFiltered(read("?trashed=true&sort=title"))).toBe(false);
  expect(isFiltered(read("?favorite=true"))).toBe(true);
});
