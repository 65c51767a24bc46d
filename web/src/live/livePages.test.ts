import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { itemsOf, type Page, type Pages, refreshPages } from "./livePages";

const key = ["list"];

interface Row {
  id: string;
  state?: string;
}

/** A server's list of rows, read in pages of two whose cursor is the id of the row before. */
function listOf(...ids: string[]) {
  const rows: Row[] = ids.map((id) => ({ id }));
  const asked: (string | null)[] = [];
  async function fetchPage(cursor: string | null): Promise<Page & { items: Row[] }> {
    asked.push(cursor);
    const start = cursor === null ? 0 : rows.findIndex(({ id }) => id === cursor) + 1;
    const items = rows.slice(start, start + 2).map((row) => ({ ...row }));
    return { items, next_cursor: start + 2 < rows.length ? (items.at(-1)?.id ?? null) : null };
  }
  return { rows, asked, fetchPage };
}

/** A client that has read that many pages. */
async function loaded(server: ReturnType<typeof listOf>, pages: number) {
  const queries = new QueryClient();
  await queries.fetchInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => server.fetchPage(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    pages,
  });
  server.asked.length = 0;
  const shown = () => itemsOf(queries.getQueryData<Pages<Page & { items: Row[] }>>(key));
  const refresh = (...ids: string[]) => refreshPages(queries, key, new Set(ids), server.fetchPage);
  return { queries, shown, refresh };
}

test("only the first page and those on screen are asked for", async () => {
  const server = listOf("a", "b", "c", "d", "e", "f");
  const { refresh } = await loaded(server, 3);
  expect(await refresh("e")).toBe(false);
  expect(server.asked).toEqual([null, "d"]);
});

test("a row that changed on screen shows its new state", async () => {
  const server = listOf("a", "b", "c", "d");
  const { refresh, shown } = await loaded(server, 2);
  Object.assign(server.rows[2] as Row, { state: "running" });
  expect(await refresh("c")).toBe(true);
  expect(shown()[2]).toEqual({ id: "c", state: "running" });
});

test("rows that did not change stay the same objects", async () => {
  const server = listOf("a", "b");
  const { refresh, shown } = await loaded(server, 1);
  const before = shown()[0];
  Object.assign(server.rows[1] as Row, { state: "running" });
  await refresh("b");
  expect(shown()[0]).toBe(before);
});

test("a row that came is seen once and pushes none out", async () => {
  const server = listOf("a", "b", "c", "d");
  const { refresh, shown } = await loaded(server, 2);
  server.rows.unshift({ id: "new" });
  await refresh();
  expect(shown().map(({ id }) => id)).toEqual(["new", "a", "b", "c"]);
});

test("a row that went leaves no gap", async () => {
  const server = listOf("a", "b", "c", "d", "e");
  const { refresh, shown } = await loaded(server, 2);
  server.rows.splice(1, 1);
  await refresh();
  expect(shown().map(({ id }) => id)).toEqual(["a", "c", "d", "e"]);
});

test("an answer that is older than a change made meanwhile does not undo it", async () => {
  const server = listOf("a", "b");
  const { queries, shown } = await loaded(server, 1);
  Object.assign(server.rows[0] as Row, { state: "old" });
  const news = await refreshPages(queries, key, new Set(), async (cursor) => {
    const page = await server.fetchPage(cursor);
    queries.setQueryData<Pages<Page & { items: Row[] }>>(
      key,
      (now) => now && { ...now, pages: [{ items: [{ id: "mine" }], next_cursor: null }] },
    );
    return page;
  });
  expect(news).toBe(false);
  expect(shown()).toEqual([{ id: "mine" }]);
});

test("a row that two pages have is one row", () => {
  const pages = [
    { items: [{ id: "a" }, { id: "b" }], next_cursor: "b" },
    { items: [{ id: "b" }, { id: "c" }], next_cursor: null },
  ];
  expect(itemsOf({ pages }).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});
