import { QueryClient } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, test } from "vitest";
import type { Asset, Fences } from "../../../services/assetService";
import { api, server } from "../../../test/server";
import { endOf, fencesKey, readSection, type Section, sectionKey, type View } from "./section";

const at = (...minutes: number[]) =>
  minutes.map((minute) => ({ created_at: `2026-01-01T00:${String(minute).padStart(2, "0")}` }));
const fence = "2026-01-01T00:30";

describe("the end of a section", () => {
  test("is the asset that the next fence was set at", () => {
    expect(endOf(at(40, 35, 30, 29), 2, fence)).toBe(2);
  });
  test("comes earlier where assets were taken away", () => {
    expect(endOf(at(40, 30, 29, 28), 2, fence)).toBe(1);
  });
  test("comes later where assets were put in", () => {
    expect(endOf(at(40, 38, 36, 30), 2, fence)).toBe(3);
  });
  test("is before the first older one where the asset of the fence is gone", () => {
    expect(endOf(at(40, 29, 28, 27), 2, fence)).toBe(1);
  });
  test("is by the size where several have the instant of the fence", () => {
    expect(endOf(at(30, 30, 30, 30, 30), 3, fence)).toBe(3);
  });
  test("is not among assets that are all newer", () => {
    expect(endOf(at(40, 39, 38, 37), 2, fence)).toBeNull();
  });
  test("is not known from those of its instant alone, as long as there are too few", () => {
    expect(endOf(at(30, 30), 3, fence)).toBeNull();
  });
  test("is the size alone where there is no fence", () => {
    expect(endOf(at(40, 39, 38), 2, undefined)).toBe(2);
    expect(endOf(at(40, 39), 2, undefined)).toBeNull();
  });
});

describe("reading sections", () => {
  const view: View = { query: {}, round: 0 };
  let assets: Pick<Asset, "id" | "created_at">[];
  let queries: QueryClient;

  /** Assets 999 to 0, the number is the second; a page of the API from `cursor` on, which is the number it begins at. */
  beforeEach(() => {
    assets = Array.from({ length: 1000 }, (_, i) => asset(999 - i));
    queries = new QueryClient();
    server.use(
      http.get(api("/assets"), ({ request }) => {
        const cursor = new URL(request.url).searchParams.get("cursor");
        const from = cursor === null ? 0 : assets.findIndex(({ id }) => Number(id) <= Number(cursor));
        const items = assets.slice(from, from + 100);
        const behind = assets[from + 100];
        return HttpResponse.json({ items, next_cursor: behind ? behind.id : null, prev_cursor: null });
      }),
    );
  });

  function asset(number: number) {
    return { id: String(number), created_at: new Date(number * 1000).toISOString() };
  }
  function setFences() {
    const fences = assets.flatMap(({ id, created_at }, ordinal) =>
      ordinal % 96 === 0 ? [{ ordinal, cursor: ordinal === 0 ? null : id, created_at }] : [],
    );
    queries.setQueryData<Fences>(fencesKey(view), { every: 96, total: assets.length, fences });
    return fences;
  }
  async function read(cursor: string | null): Promise<string[]> {
    const section = await readSection(queries, view, cursor, new AbortController().signal);
    queries.setQueryData<Section>(sectionKey(view, cursor), section);
    return section.items.map(({ id }) => id);
  }

  test("gives each asset once, whatever happens to the list meanwhile", async () => {
    const before = assets.map(({ id }) => id);
    await read(null);
    const fences = setFences();
    const gone = new Set(["998", "905", "903", "500", "0"]);
    assets = assets.filter(({ id }) => !gone.has(id));
    assets.splice(300, 0, { id: "650.5", created_at: new Date(650_500).toISOString() });
    assets.unshift(asset(1000), asset(1001));
    const seen: string[] = [];
    for (const { cursor } of fences) seen.push(...(await read(cursor)));
    expect(seen.filter((id) => id !== "650.5")).toEqual(before.filter((id) => !gone.has(id)));
  });

  test("leaves newer assets out until the list is opened anew", async () => {
    await read(null);
    assets.unshift(asset(1000));
    expect((await read(null))[0]).toBe("999");
    expect(
      (await readSection(queries, { ...view, round: 1 }, null, new AbortController().signal)).items[0]?.id,
    ).toBe("1000");
  });

  test("says whether the list goes on", async () => {
    const fences = setFences();
    const more = async (cursor: string | null | undefined) =>
      (await readSection(queries, view, cursor ?? null, new AbortController().signal)).more;
    expect(await more(null)).toBe(true);
    expect(await more(fences.at(-1)?.cursor)).toBe(false);
  });
});
