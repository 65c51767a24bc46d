import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pollInterval, usePoll } from "./usePoll";

let visibility: DocumentVisibilityState = "visible";

beforeEach(() => {
  visibility = "visible";
  vi.useFakeTimers();
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
});
afterEach(() => vi.useRealTimers());

function show(state: DocumentVisibilityState) {
  visibility = state;
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
}

const wait = (turns: number) => act(() => vi.advanceTimersByTimeAsync(turns * pollInterval));

test("a visible tab asks every two seconds", async () => {
  const ask = vi.fn(async () => {});
  renderHook(() => usePoll(ask));
  expect(ask).toHaveBeenCalledTimes(0);
  await wait(3);
  expect(ask).toHaveBeenCalledTimes(3);
});

test("a hidden tab does not ask, and asks at once when it is seen again", async () => {
  const ask = vi.fn(async () => {});
  renderHook(() => usePoll(ask));
  show("hidden");
  await wait(5);
  expect(ask).toHaveBeenCalledTimes(0);
  show("visible");
  expect(ask).toHaveBeenCalledTimes(1);
});

test("the next question waits for the answer", async () => {
  let answer = () => {};
  const ask = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
  renderHook(() => usePoll(ask));
  await wait(4);
  expect(ask).toHaveBeenCalledTimes(1);
  answer();
  await wait(1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("what fails is asked again", async () => {
  const ask = vi.fn(async () => Promise.reject(new Error("away")));
  renderHook(() => usePoll(ask));
  await wait(2);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("what has gone asks no more, and its question is aborted", async () => {
  const signals: AbortSignal[] = [];
  const { unmount } = renderHook(() => usePoll(async (signal) => signals.push(signal)));
  await wait(1);
  unmount();
  await wait(3);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});
