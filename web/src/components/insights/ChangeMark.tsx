import { ArrowDownRight, ArrowUpRight, CircleHelp, Minus } from "lucide-react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Badge } from "../ui/Badge";
import type { Change } from "./change";

const words = strings.insights;

const drawings = {
  up: { tone: "good", Icon: ArrowUpRight },
  down: { tone: "bad", Icon: ArrowDownRight },
  flat: { tone: "neutral", Icon: Minus },
  unknown: { tone: "neutral", Icon: CircleHelp },
} as const;

/** A change against the period before: up, down, level and unknown have a drawing each, and words for those who hear it. */
export function ChangeMark({ change }: { change: Change }) {
  const format = useFormat();
  const { tone, Icon } = drawings[change.way];
  if (change.way === "unknown" || change.way === "flat") {
    const why =
      change.way === "unknown" && change.reason ? words.reasons[change.reason] : words.change[change.way];
    return (
      <Badge
        tone={tone}
        className={change.way === "unknown" ? "border border-dashed border-edge bg-transparent" : ""}
      >
        <Icon size={12} aria-hidden="true" />
        {why}
      </Badge>
    );
  }
  const size = Math.abs(change.by);
  const points = change.unit === "points";
  const amount = points
    ? format.number(Math.round(size * 10_000) / 100)
    : format.percent(size, size < 1 ? 1 : 0);
  return (
    <Badge tone={tone} className="tabular-nums">
      <Icon size={13} aria-hidden="true" />
      <span className="sr-only">
        {words.change[change.way]} {points ? words.change.spokenPoints(amount) : amount}
      </span>
      <span aria-hidden="true">{points ? words.change.points(amount) : amount}</span>
    </Badge>
  );
}
