import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Project } from "../../services/projectService";
import { isTyping } from "../ui/shortcuts";

interface RowKeys {
  box: RefObject<HTMLElement | null>;
  projects: readonly Project[];
  /** Scrolls to the row at a place of the list. */
  reveal: (at: number) => void;
  /** A key on a row that is none of the list's own; true if it meant something. */
  onKey: (key: string, project: Project, event: KeyboardEvent) => boolean;
}

/** Keys that move the focus from row to row, and the row that has it. Rows are found by their link, `[data-row]`. */
export function useRowKeys({ box, projects, reveal, onKey }: RowKeys) {
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);

  // A row that was asked for may come into the page only after scrolling.
  useEffect(() => {
    if (wanted.current !== null && focusRow(box.current, wanted.current)) wanted.current = null;
  });

  function goTo(at: number) {
    const project = projects[at];
    if (!project) return;
    setFocused(project.id);
    if (focusRow(box.current, project.id)) return;
    wanted.current = project.id;
    reveal(at);
  }

  function keys(event: KeyboardEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    const id = target.dataset.row;
    const at = projects.findIndex((project) => project.id === id);
    const project = projects[at];
    if (!project || isTyping(target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moves[event.key]?.(at, projects.length);
    if (next !== undefined) goTo(next);
    else if (!onKey(event.key, project, event)) return;
    event.preventDefault();
    // Where the row is about to go, the focus goes on to its neighbour.
    if (event.key === "Delete") goTo(at + 1 < projects.length ? at + 1 : at - 1);
  }

  return { focused, keys };
}

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

function focusRow(box: HTMLElement | null, id: string): boolean {
  const link = box?.querySelector<HTMLElement>(`[data-row="${id}"]`);
  link?.focus();
  return Boolean(link);
}
