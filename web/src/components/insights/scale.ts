import { nice, ticks } from "d3-array";
import type { Kind } from "./metrics";
import type { Line } from "./panels";

/** The value axis of a panel. */
export interface ValueAxis {
  low: number;
  high: number;
  ticks: number[];
}

/**
 * An axis that holds all values and always zero, with round ends. Counts have no ticks between whole numbers, and what is zero
 * throughout gets an axis to stand on.
 */
export function valueAxis(
  lines: readonly Pick<Line, "values" | "previous">[],
  kind: Kind,
  wanted = 4,
): ValueAxis {
  const values = lines
    .flatMap(({ values, previous }) => [...values, ...(previous ?? [])])
    .filter((value) => value !== null);
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const least = kind === "ratio" ? 0.01 : kind === "money" ? 100 : 4;
  const [low, high] = nice(bottom, Math.max(top, bottom + least), wanted);
  const found = ticks(low, high, wanted);
  return { low, high, ticks: kind === "ratio" ? found : found.filter(Number.isInteger) };
}

/** Where a value lies on an axis that is so many pixels high; 0 is its top. */
export function place(axis: ValueAxis, value: number, height: number): number {
  return height * (1 - (value - axis.low) / (axis.high - axis.low));
}

/** Where a bucket's middle lies on an axis that is so many pixels wide. */
export function middle(at: number, count: number, width: number): number {
  return ((at + 0.5) * width) / count;
}

/** The bucket at a place; the nearest where it lies outside. */
export function bucketAt(x: number, count: number, width: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor((x * count) / width)));
}

/** Which buckets get a label: as many as have room, evenly, the last always if it is one's turn. */
export function labelled(count: number, width: number, room = 76): number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, Math.floor(width / room))));
  return Array.from({ length: Math.ceil(count / step) }, (_, turn) => count - 1 - turn * step)
    .filter((at) => at >= 0)
    .reverse();
}
