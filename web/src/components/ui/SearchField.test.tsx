import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SearchField } from "./SearchField";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function field(value = "") {
  const onSearch = vi.fn();
  const part = (now: string) => (
    <SearchField value={now} onSearch={onSearch} label="Search" placeholder="" clearLabel="Clear" />
  );
  const { rerender } = render(part(value));
  const input = screen.getByRole<HTMLInputElement>("textbox", { name: "Search" });
  return {
    onSearch,
    input,
    address: (now: string) => rerender(part(now)),
    type: (text: string) => fireEvent.change(input, { target: { value: text } }),
  };
}

const pause = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test("searches when typing has paused for 300 ms, once", () => {
  const { onSearch, type } = field();
  type("la");
  pause(299);
  type("lamp ");
  pause(299);
  expect(onSearch).not.toHaveBeenCalled();
  pause(1);
  expect(onSearch.mock.calls).toEqual([["lamp"]]);
});

test("Enter does not wait", () => {
  const { onSearch, type, input } = field();
  type("lamp");
  fireEvent.keyDown(input, { key: "Enter" });
  expect(onSearch.mock.calls).toEqual([["lamp"]]);
});

test("Escape empties it, and then leaves it", () => {
  const { onSearch, input } = field("lamp");
  input.focus();
  fireEvent.keyDown(input, { key: "Escape" });
  expect(onSearch.mock.calls).toEqual([[""]]);
  expect(input).toHaveFocus();
  fireEvent.keyDown(input, { key: "Escape" });
  expect(input).not.toHaveFocus();
});

test("a slash leads into it, but not while something else is typed", () => {
  const { input } = field();
  fireEvent.keyDown(input, { key: "/" });
  expect(input).not.toHaveFocus();
  fireEvent.keyDown(document.body, { key: "/" });
  expect(input).toHaveFocus();
});

test("what the address says is shown, also when it changes by itself", () => {
  const { input, address } = field("lamp");
  expect(input.value).toBe("lamp");
  address("");
  expect(input.value).toBe("");
});

test("a space that was typed is not taken away by the address that follows", () => {
  const { input, type, address } = field();
  type("desk ");
  pause(300);
  address("desk");
  expect(input.value).toBe("desk ");
});
