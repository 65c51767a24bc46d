import type { Reason } from "../../services/insightService";

/** How a figure moved against the period before. A direction is drawn by an arrow, not by colour alone. */
export type Change =
  | { way: "up" | "down" | "flat"; by: number; unit: "ratio" | "points" }
  | { way: "unknown"; reason: Reason | null };

/** What moved less than this is level: it would be written as 0.0 %. */
const level = 0.0005;

interface Moved {
  change_ratio?: number | null;
  change_points?: number | null;
  change_reason?: Reason;
}

/** The change of a count or a ratio. Counts move by a fraction of what they were, ratios by the difference of two fractions. */
export function changeOf(figure: Moved): Change {
  const unit = figure.change_points === undefined ? "ratio" : "points";
  const by = unit === "points" ? figure.change_points : figure.change_ratio;
  if (by === null || by === undefined) return { way: "unknown", reason: figure.change_reason ?? null };
  if (Math.abs(by) < level) return { way: "flat", by: 0, unit };
  return { way: by > 0 ? "up" : "down", by, unit };
}
