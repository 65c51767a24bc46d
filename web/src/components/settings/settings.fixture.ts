import type { Settings, SettingsOptions } from "../../services/userService";
import type { Member } from "./members";

const notConnected = {
  status: "not_connected",
  account: null,
  reason: null,
  connected_at: null,
  updated_at: null,
} as const;

/** Settings of somebody who chose a name and a tone; more can be given. */
export function someSettings(
  more: {
    version?: number;
    name?: string;
    tone?: "casual" | "playful";
    explicit?: Member[];
    invalid?: Member[];
  } = {},
): Settings {
  return {
    version: more.version ?? 3,
    profile: { display_name: more.name ?? "Ana", bio: "", avatar_url: null, timezone: "UTC" },
    ai_preferences: { language: "en", tone: more.tone ?? "casual", aspect_ratio: "1:1" },
    integrations: { shopify: notConnected, amazon: notConnected, tiktok: notConnected },
    explicit: more.explicit ?? ["/profile/display_name", "/ai_preferences/tone"],
    invalid: more.invalid ?? [],
  };
}

/** What can be chosen. */
export const someOptions: SettingsOptions = {
  tones: ["professional", "casual", "playful"],
  aspect_ratios: ["1:1", "16:9"],
  integration_statuses: [],
  languages: ["en", "pt-PT"],
  limits: { display_name: 80, bio: 500 },
};
