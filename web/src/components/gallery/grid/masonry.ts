/** What a card needs: a part whose height may give a little (media, text), and one whose may not (title, tags). In pixels. */
export interface Shape {
  flexible: number;
  fixed: number;
}

/** Where a card stands inside its section, in whole pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  column: number;
}

export interface Columns {
  count: number;
  /** Of one column. */
  width: number;
  gap: number;
}

/** A section: its cards, and its height with the gap under it. */
export interface Layout {
  boxes: readonly Box[];
  height: number;
}

/** How far a card's flexible part may be stretched or pressed to make a section end evenly; beyond it would show. */
const give = { least: 0.86, most: 1.16 };

/** The columns that fit into a width: two on phones, then as many as stay comfortably wide. */
export function columnsFor(available: number): Columns {
  const gap = available < 500 ? 10 : 16;
  const wanted = available < 500 ? 150 : 200;
  const count = Math.max(2, Math.floor((available + gap) / (wanted + gap)));
  return { count, gap, width: Math.floor((available - gap * (count - 1)) / count) };
}

/**
 * Lays cards out, each under the column that is the shortest so far. A section that others follow ends evenly in all columns: the
 * cards of each give or take a few pixels. So sections are rectangles that know nothing of each other, and any of them can be laid
 * out alone, wherever one jumps to, without a ragged seam between two.
 */
export function layOut(shapes: readonly Shape[], columns: Columns, even: boolean): Layout {
  const stacks: number[][] = Array.from({ length: columns.count }, () => []);
  const heights = new Array<number>(columns.count).fill(0);
  for (const [at, shape] of shapes.entries()) {
    const column = heights.indexOf(Math.min(...heights));
    stacks[column]?.push(at);
    heights[column] = (heights[column] ?? 0) + shape.flexible + shape.fixed + columns.gap;
  }
  const common = even ? commonHeight(stacks, heights, shapes) : null;
  const boxes: Box[] = new Array(shapes.length);
  for (const [column, stack] of stacks.entries()) place(stack, column, common, shapes, columns, boxes);
  const height = boxes.reduce((most, box) => Math.max(most, box.y + box.height + columns.gap), 0);
  return { boxes, height };
}

/** The height that all columns can have, or null where that would show. */
function commonHeight(stacks: number[][], heights: number[], shapes: readonly Shape[]): number | null {
  const common = Math.round(heights.reduce((sum, height) => sum + height, 0) / heights.length);
  const possible = stacks.every((stack, column) => {
    const factor = stretch(stack, heights[column] ?? 0, common, shapes);
    return factor >= give.least && factor <= give.most;
  });
  return possible ? common : null;
}

/** What the flexible parts of a column are to be multiplied by for it to have a height. */
function stretch(
  stack: readonly number[],
  natural: number,
  wanted: number,
  shapes: readonly Shape[],
): number {
  const flexible = stack.reduce((sum, at) => sum + (shapes[at]?.flexible ?? 0), 0);
  return flexible === 0 ? Number.POSITIVE_INFINITY : 1 + (wanted - natural) / flexible;
}

function place(
  stack: readonly number[],
  column: number,
  common: number | null,
  shapes: readonly Shape[],
  { width, gap }: Columns,
  boxes: Box[],
) {
  const natural = stack.reduce(
    (sum, at) => sum + (shapes[at]?.flexible ?? 0) + (shapes[at]?.fixed ?? 0) + gap,
    0,
  );
  const factor = common === null ? 1 : stretch(stack, natural, common, shapes);
  let end = 0;
  for (const at of stack) {
    const shape = shapes[at];
    if (!shape) continue;
    // Edges are rounded, not heights, so that the error does not add up down the column.
    const y = Math.round(end);
    end += shape.flexible * factor + shape.fixed + gap;
    boxes[at] = { x: column * (width + gap), y, width, height: Math.round(end) - gap - y, column };
  }
}
