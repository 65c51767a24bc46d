import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon, RefreshCw, TimerOff } from "lucide-react";
import type { Integration } from "../../services/userService";
import { strings } from "../../strings";
import type { Tone } from "../ui/Badge";

const words = strings.settings;

/** How each state is drawn: by shape and colour both. */
export const drawings: Record<Integration["status"], { tone: Tone; Icon: LucideIcon }> = {
  not_connected: { tone: "neutral", Icon: CircleDashed },
  connecting: { tone: "run", Icon: RefreshCw },
  connected: { tone: "good", Icon: CircleCheck },
  expired: { tone: "warn", Icon: TimerOff },
  error: { tone: "bad", Icon: CircleAlert },
};

/** Why a channel is not working, and what to do; null where there is nothing to say. */
export function adviceFor(
  provider: string,
  { status, reason }: Integration,
): { why?: string; remedy: string } | null {
  switch (status) {
    case "connected":
      return null;
    case "not_connected":
      return { remedy: words.notConnected(words.providers[provider] ?? provider) };
    case "connecting":
      return { remedy: words.connecting };
    default: {
      const known = reason ?? "unknown";
      return { why: words.reasons[known], remedy: words.remedies[known] ?? "" };
    }
  }
}
