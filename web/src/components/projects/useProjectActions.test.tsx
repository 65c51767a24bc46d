import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { newQueryClient } from "../../api/queryClient";
import { FormatProvider } from "../../format/viewer";
import { itemsOf, type Pages } from "../../live/livePages";
import type { Project, ProjectPage } from "../../services/projectService";
import { api, server } from "../../test/server";
import { runNewestAction, useToasts } from "../ui/toasts";
import { projectList } from "./queries";
import { useProjectActions } from "./useProjectActions";

const lamp = { id: "1", title: "Lamp", favorite: false } as Project;
const chair = { id: "2", title: "Chair", favorite: false } as Project;

/** The actions over a client that has read a list of a lamp and a chair, and what that list and the messages show. */
function acting() {
  const queries = newQueryClient();
  const { queryKey } = projectList({});
  queries.setQueryData(queryKey, {
    pages: [{ items: [lamp, chair], next_cursor: null, prev_cursor: null }],
    pageParams: [null],
  });
  const { result } = renderHook(() => ({ actions: useProjectActions(), toasts: useToasts() }), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={queries}>
        <FormatProvider>{children}</FormatProvider>
      </QueryClientProvider>
    ),
  });
  const titles = () => itemsOf(queries.getQueryData<Pages<ProjectPage>>(queryKey)).map(({ title }) => title);
  const said = () => result.current.toasts.at(-1)?.text;
  return { result, titles, said };
}

const refused = () =>
  HttpResponse.json(
    { type: "/problems/in-trash", title: "In the trash", status: 409, detail: "It lies in the trash." },
    { status: 409, headers: { "Content-Type": "application/problem+json" } },
  );

test("a new title shows before the server has answered", async () => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  server.use(
    http.patch(api("/projects/1"), async ({ request }) => {
      expect(request.headers.get("Content-Type")).toBe("application/merge-patch+json");
      await answered;
      return HttpResponse.json({ ...lamp, title: "Tall lamp" });
    }),
  );
  const { result, titles } = acting();
  act(() => result.current.actions.rename({ project: lamp, title: "Tall lamp" }));
  await waitFor(() => expect(titles()).toEqual(["Tall lamp", "Chair"]));
  answer();
});

test("a change that is refused goes back, and the reason is said", async () => {
  server.use(http.patch(api("/projects/1"), refused));
  const { result, titles, said } = acting();
  act(() => result.current.actions.rename({ project: lamp, title: "Tall lamp" }));
  await waitFor(() => expect(said()).toBe("Not renamed: It lies in the trash."));
  expect(titles()).toEqual(["Lamp", "Chair"]);
});

test("a delete takes the row out, and its undo restores the project", async () => {
  const restored: string[] = [];
  server.use(
    http.delete(api("/projects/1"), () => new HttpResponse(null, { status: 204 })),
    http.post(api("/projects/1/restore"), ({ request }) => {
      restored.push(request.headers.get("Idempotency-Key") ?? "without a key");
      return HttpResponse.json(lamp);
    }),
  );
  const { result, titles, said } = acting();
  act(() => result.current.actions.trash(lamp));
  await waitFor(() => expect(said()).toBe("“Lamp” is in the trash"));
  expect(titles()).toEqual(["Chair"]);
  act(() => void runNewestAction());
  await waitFor(() => expect(said()).toBe("“Lamp” is back"));
  expect(restored).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

test("of many, those that could not be changed are said, and the undo takes back only the others", async () => {
  const commands: unknown[] = [];
  server.use(
    http.post(api("/projects/bulk"), async ({ request }) => {
      commands.push(await request.json());
      return HttpResponse.json({
        done: 1,
        failed: 1,
        results: [
          { id: "1", status: 200 },
          { id: "2", status: 404 },
        ],
      });
    }),
  );
  const { result, said } = acting();
  act(() => result.current.actions.bulk({ action: "trash", ids: ["1", "2"] }));
  await waitFor(() => expect(said()).toBe("1 project was left as before"));
  act(() => void runNewestAction());
  await waitFor(() =>
    expect(commands).toEqual([
      { action: "trash", ids: ["1", "2"] },
      { action: "restore", ids: ["1"] },
    ]),
  );
});
