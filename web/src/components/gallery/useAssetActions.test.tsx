import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { newQueryClient } from "../../api/queryClient";
import { FormatProvider } from "../../format/viewer";
import type { Asset } from "../../services/assetService";
import { api, server } from "../../test/server";
import { runNewestAction, useToasts } from "../ui/toasts";
import { type Section, sectionKey } from "./grid/section";
import { useAssetActions } from "./useAssetActions";

const lamp = { id: "1", title: "Lamp", tags: ["old"], favorite: false } as Partial<Asset> as Asset;
const chair = { id: "2", title: "Chair", tags: [], favorite: false } as Partial<Asset> as Asset;

/** The actions over a client that has read a list of a lamp and a chair, and what that list and the messages show. */
function acting() {
  const queries = newQueryClient();
  const key = sectionKey({ query: {}, round: 0 }, null);
  queries.setQueryData<Section>(key, {
    items: [lamp, chair],
    next: null,
    more: false,
    corrections: undefined,
    since: null,
  });
  const { result } = renderHook(() => ({ actions: useAssetActions(), toasts: useToasts() }), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={queries}>
        <FormatProvider>{children}</FormatProvider>
      </QueryClientProvider>
    ),
  });
  const shown = () => queries.getQueryData<Section>(key)?.items ?? [];
  const said = () => result.current.toasts.at(-1)?.text;
  return { result, shown, said };
}

const answers = (failed: string[] = []) =>
  http.post(api("/assets/bulk"), async ({ request }) => {
    const { ids } = (await request.json()) as { ids: string[] };
    const results = ids.map((id) => ({ id, status: failed.includes(id) ? 404 : 200 }));
    return HttpResponse.json({ done: ids.length - failed.length, failed: failed.length, results });
  });

test("what goes to the trash is gone at once, and can be taken back", async () => {
  server.use(answers());
  const { result, shown, said } = acting();
  act(() => result.current.actions.bulk({ action: "trash", ids: ["1"] }));
  await waitFor(() => expect(shown().map(({ id }) => id)).toEqual(["2"]));
  await waitFor(() => expect(said()).toBe("1 asset moved to the trash"));
  act(() => {
    runNewestAction();
  });
  await waitFor(() => expect(said()).toBe("1 asset restored"));
});

test("only what was done is undone, and the rest is said", async () => {
  server.use(answers(["2"]));
  const { result, said } = acting();
  act(() => result.current.actions.bulk({ action: "trash", ids: ["1", "2"] }));
  await waitFor(() => expect(said()).toBe("1 asset was left as before"));
  const restored: unknown[] = [];
  server.use(
    http.post(api("/assets/bulk"), async ({ request }) => {
      restored.push(await request.json());
      return HttpResponse.json({ done: 1, failed: 0, results: [{ id: "1", status: 200 }] });
    }),
  );
  act(() => {
    runNewestAction();
  });
  await waitFor(() => expect(restored).toEqual([{ action: "restore", ids: ["1"] }]));
});

test("a change that is refused goes back, with the reason", async () => {
  const problem = {
    type: "/problems/in-trash",
    title: "In the trash",
    status: 409,
    detail: "It lies in the trash.",
  };
  server.use(
    http.patch(api("/assets/1"), () =>
      HttpResponse.json(problem, { status: 409, headers: { "Content-Type": "application/problem+json" } }),
    ),
  );
  const { result, shown, said } = acting();
  act(() => result.current.actions.update({ asset: lamp, patch: { title: "Tall lamp" } }));
  await waitFor(() => expect(said()).toBe("Not changed: It lies in the trash."));
  expect(shown()[0]?.title).toBe("Lamp");
});

test("tags are added to those that are there", async () => {
  server.use(answers());
  const { result, shown } = acting();
  act(() => result.current.actions.bulk({ action: "tag", ids: ["1", "2"], tags: ["old", "new"] }));
  await waitFor(() =>
    expect(shown().map(({ tags }) => tags)).toEqual([
      ["old", "new"],
      ["old", "new"],
    ]),
  );
});
