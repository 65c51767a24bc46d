import { expect, test } from "vitest";
import { conditionalFetch } from "./etags";

/** A conditional fetch before a server that gives these answers in turn, and the If-None-Match of each request it saw. */
function asking(...answers: Response[]) {
  const conditions: (string | null)[] = [];
  const ask = conditionalFetch(async (request) => {
    conditions.push((request as Request).headers.get("If-None-Match"));
    return answers.shift() ?? Response.error();
  });
  return { conditions, ask: (url: string, init?: RequestInit) => ask(new Request(url, init)) };
}

const list = "http://server/list";
const page = (etag: string, body: string) => new Response(body, { headers: { ETag: etag } });
const unchanged = () => new Response(null, { status: 304 });

test("what is unchanged is answered from what was kept", async () => {
  const { ask, conditions } = asking(page('"a"', "first"), unchanged(), unchanged());
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await ask(list);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("first");
  }
  expect(conditions).toEqual([null, '"a"', '"a"']);
});

test("what has changed takes the place of what was kept", async () => {
  const { ask, conditions } = asking(page('"a"', "first"), page('"b"', "second"), unchanged());
  await ask(list);
  await ask(list);
  expect(await (await ask(list)).text()).toBe("second");
  expect(conditions).toEqual([null, '"a"', '"b"']);
});

test("another address is another thing", async () => {
  const { ask, conditions } = asking(page('"a"', "first"), page('"a"', "other"));
  await ask(list);
  await ask(`${list}?limit=3`);
  expect(conditions).toEqual([null, null]);
});

test("writes are sent as they are", async () => {
  const { ask, conditions } = asking(page('"a"', "first"), page('"b"', "written"), unchanged());
  await ask(list);
  await ask(list, { method: "POST" });
  expect(await (await ask(list)).text()).toBe("first");
  expect(conditions).toEqual([null, null, '"a"']);
});

test("errors are not kept", async () => {
  const failed = new Response("no", { status: 503, headers: { ETag: '"e"' } });
  const { ask, conditions } = asking(failed, page('"a"', "first"));
  expect((await ask(list)).status).toBe(503);
  await ask(list);
  expect(conditions).toEqual([null, null]);
});

test("only so much is kept, and what was used last stays", async () => {
  const many = Array.from({ length: 61 }, (_, at) => page(`"${at}"`, String(at)));
  const { ask, conditions } = asking(
    ...many.slice(0, 60),
    unchanged(),
    ...many.slice(60),
    page('"new"', "new"),
    unchanged(),
  );
  for (let at = 0; at < 60; at += 1) await ask(`${list}?${at}`);
  await ask(`${list}?0`);
  await ask(`${list}?60`);
  await ask(`${list}?1`);
  await ask(`${list}?0`);
  expect(conditions.slice(60)).toEqual(['"0"', null, null, '"0"']);
});
