import type { Box } from "./masonry";

export type Direction = "left" | "right" | "up" | "down";

/** The keys that move in a direction. */
export const directions: Partial<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/**
 * The card that one sees in a direction from another: the next of the same column, or of the next column the one beside it, which
 * is the one with the longest common edge. Undefined where there is none.
 */
export function neighbour<B extends Box>(
  boxes: readonly B[],
  from: Box,
  direction: Direction,
): B | undefined {
  if (direction === "up" || direction === "down") return inColumn(boxes, from, direction);
  const column = from.column + (direction === "left" ? -1 : 1);
  const beside = boxes.filter((box) => box.column === column);
  return best(beside, (box) => commonEdge(box, from));
}

function inColumn<B extends Box>(boxes: readonly B[], from: Box, direction: "up" | "down"): B | undefined {
  const down = direction === "down";
  const onward = boxes.filter(
    (box) => box.column === from.column && (down ? box.y > from.y : box.y < from.y),
  );
  return best(onward, (box) => -Math.abs(box.y - from.y));
}

/** The length of the edge that two cards have in common; negative is the distance where they have none. */
function commonEdge(a: Box, b: Box): number {
  return Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
}

function best<B>(candidates: readonly B[], score: (candidate: B) => number): B | undefined {
  let found: B | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const reached = score(candidate);
    if (reached > highest) [found, highest] = [candidate, reached];
  }
  return found;
}
