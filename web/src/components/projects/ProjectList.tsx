import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useFormat } from "../../format/viewer";
import type { Project } from "../../services/projectService";
import { strings } from "../../strings";
import { useMedia } from "../ui/useMedia";
import { type Line, linesOf } from "./groups";
import type { ProjectSort } from "./search";
import { useRowKeys } from "./useRowKeys";

/** Heights in pixels: rows know theirs beforehand, so that nothing moves. */
const rowHeight = { wide: 72, narrow: 88 };
const headingHeight = 44;

/** Rows drawn beyond the screen, above and below. */
const overscan = 8;

interface ProjectListProps {
  projects: readonly Project[];
  sort: ProjectSort;
  /** Told the ids of the rows on screen. */
  onShown: (ids: ReadonlySet<string>) => void;
  /** Asked when the end comes near. */
  onEnd: () => void;
  onKey: (key: string, project: Project, event: React.KeyboardEvent) => boolean;
  row: (project: Project) => ReactNode;
}

/** The rows, of which only those near the screen are in the page. Arrow keys, Home and End go from row to row. */
export function ProjectList({ projects, sort, onShown, onEnd, onKey, row }: ProjectListProps) {
  const format = useFormat();
  const wide = useMedia("(width >= 48rem)");
  const box = useRef<HTMLUListElement>(null);
  const lines = linesOf(projects, sort, format);
  const [top, setTop] = useState(0);
  const { focused, keys } = useRowKeys({
    box,
    projects,
    onKey,
    reveal: (at) => rows.scrollToIndex(lineOf(lines, at)),
  });

  // Where the list begins in the document; what is above it can grow or wrap.
  useLayoutEffect(() => {
    const measure = () => setTop((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const growth = new ResizeObserver(measure);
    growth.observe(document.body);
    return () => growth.disconnect();
  }, []);

  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (at) => heightOf(lines[at], wide),
    getItemKey: (at) => keyOf(lines[at], at),
    overscan,
    scrollMargin: top,
    // The row that has the focus stays in the page, however far one scrolls: else the focus would be lost.
    rangeExtractor: (range) => {
      const at = lines.findIndex((line) => line.kind === "project" && line.project.id === focused);
      const drawn = defaultRangeExtractor(range);
      return at < 0 || drawn.includes(at) ? drawn : [...drawn, at].sort((a, b) => a - b);
    },
  });

  useLayoutEffect(() => {
    void wide;
    rows.measure();
  }, [wide, rows]);

  const items = rows.getVirtualItems();
  const ids = items.flatMap(({ index }) => idOf(lines[index]) ?? []).join();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => onShown(new Set(ids.split(","))), [ids, onShown]);
  useEffect(() => {
    if (last >= lines.length - overscan - 1) onEnd();
  }, [last, lines.length, onEnd]);

  return (
    <ul
      ref={box}
      aria-label={strings.projects.list}
      className="relative -mx-2 sm:-mx-3"
      style={{ height: rows.getTotalSize() }}
      onKeyDown={keys}
    >
      {items.map(({ key, index, start, size }) => {
        const line = lines[index];
        if (!line) return null;
        const place = { top: start - top, height: size };
        return line.kind === "heading" ? (
          <li key={key} className="absolute inset-x-0 flex items-end px-2 pb-2 sm:px-3" style={place}>
            <h2 className="text-xs font-semibold text-soft">{strings.projects.groups[line.group]}</h2>
          </li>
        ) : (
          <li key={key} className="absolute inset-x-0" style={place}>
            {row(line.project)}
          </li>
        );
      })}
    </ul>
  );
}

function heightOf(line: Line | undefined, wide: boolean): number {
  if (line?.kind === "heading") return headingHeight;
  return wide ? rowHeight.wide : rowHeight.narrow;
}

function keyOf(line: Line | undefined, at: number): string | number {
  if (!line) return at;
  return line.kind === "heading" ? line.group : line.project.id;
}

function idOf(line: Line | undefined): string | undefined {
  return line?.kind === "project" ? line.project.id : undefined;
}

/** The line of the project at a place of the list. */
function lineOf(lines: readonly Line[], at: number): number {
  return lines.findIndex((line) => line.kind === "project" && line.at === at);
}
