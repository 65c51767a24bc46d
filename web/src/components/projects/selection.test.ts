import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useSelection } from "./selection";

function selecting(order: string[]) {
  const { result, rerender } = renderHook((rows: string[]) => useSelection(rows), { initialProps: order });
  return {
    toggle: (id: string, extend = false) => act(() => result.current.toggle(id, extend)),
    clear: () => act(() => result.current.clear()),
    order: rerender,
    selected: () => [...result.current.ids].sort().join(""),
  };
}

test("a row is turned on and off", () => {
  const rows = selecting(["a", "b", "c"]);
  rows.toggle("b");
  expect(rows.selected()).toBe("b");
  rows.toggle("b");
  expect(rows.selected()).toBe("");
});

test("with Shift all rows from the last one take the state of this one, in both directions", () => {
  const rows = selecting(["a", "b", "c", "d", "e"]);
  rows.toggle("b");
  rows.toggle("d", true);
  expect(rows.selected()).toBe("bcd");
  rows.toggle("a", true);
  expect(rows.selected()).toBe("abcd");
  rows.toggle("c", true);
  expect(rows.selected()).toBe("d");
});

test("with Shift and nothing before, the row stands alone", () => {
  const rows = selecting(["a", "b", "c"]);
  rows.toggle("c", true);
  expect(rows.selected()).toBe("c");
});

test("a row that left the list is not selected, and is again if it comes back", () => {
  const rows = selecting(["a", "b"]);
  rows.toggle("a");
  rows.toggle("b");
  rows.order(["b"]);
  expect(rows.selected()).toBe("b");
  rows.order(["a", "b"]);
  expect(rows.selected()).toBe("ab");
});

test("all can be let go", () => {
  const rows = selecting(["a", "b"]);
  rows.toggle("a");
  rows.clear();
  expect(rows.selected()).toBe("");
});
