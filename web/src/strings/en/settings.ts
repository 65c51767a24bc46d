import { plural } from "../plural";

/** What the settings say. */
export const settings = {
  title: "Settings",
  sectionsLabel: "Settings sections",
  sections: {
    profile: { title: "Profile", about: "Who you are, and by whose clock dates and days are shown." },
    ai: {
      title: "AI preferences",
      about: "What every new piece of content starts from. A project can always ask for something else.",
    },
    integrations: {
      title: "Integrations",
      about: "The channels that publish your content and report how it does.",
    },
    history: { title: "History", about: "Every change of these settings, newest first." },
  },

  members: {
    "/profile/display_name": "Name",
    "/profile/bio": "Bio",
    "/profile/avatar_url": "Avatar",
    "/profile/timezone": "Time zone",
    "/ai_preferences/language": "Language",
    "/ai_preferences/tone": "Tone",
    "/ai_preferences/aspect_ratio": "Aspect ratio",
  },
  hints: {
    "/profile/display_name": "Shown instead of the name you sign in with.",
    "/profile/bio": "A sentence or two about you or your shop.",
    "/profile/avatar_url": "An https address of a picture.",
    "/profile/timezone": "Decides where a day begins, in lists and in insights.",
    "/ai_preferences/language": "Of the copy that is written, and of dates and numbers here.",
    "/ai_preferences/tone": "How the copy sounds.",
    "/ai_preferences/aspect_ratio": "Of images, width to height.",
  },
  avatarPlaceholder: "https://…",
  avatarPreview: "Preview",
  avatarBroken: "This picture does not load. Check the address.",
  used: (count: string, limit: string) => `${count} of ${limit} characters`,
  over: (count: number, written: string) => `${plural(count, written, "character", "characters")} too many.`,

  zonePlaceholder: "Search a city or region",
  zoneNow: (time: string) => `It is ${time} there now.`,
  zoneOfBrowser: (zone: string) => `Use ${zone}, this device's zone`,
  languagePlaceholder: "Search a language, or type a tag such as pt-AO",
  nothingFound: "Nothing found",

  tones: {
    professional: { name: "Professional", sample: "Engineered for focus, finished by hand." },
    casual: { name: "Casual", sample: "A lamp that just gets your desk." },
    playful: { name: "Playful", sample: "Lights up. So will you." },
    luxury: { name: "Luxury", sample: "Light, composed. Walnut, brass, quiet." },
    minimal: { name: "Minimal", sample: "One lamp. All you need." },
  } as Record<string, { name: string; sample: string }>,
  ratios: {
    "1:1": "Square",
    "2:3": "Portrait",
    "3:2": "Photo",
    "3:4": "Portrait",
    "4:3": "Classic",
    "4:5": "Feed",
    "5:4": "Print",
    "9:16": "Story",
    "16:9": "Wide",
    "21:9": "Cinema",
  } as Record<string, string>,

  state: { default: "Default", chosen: "Chosen", edited: "Edited" },
  reset: "Reset",
  resetLabel: (member: string, value: string) => `Reset ${member} to its default, ${value}`,
  noValue: "empty",
  invalid: (value: string) =>
    `What you once chose is not offered any more, so the default is used: ${value}. Choose anew, or reset.`,

  changed: (count: number, written: string) => plural(count, written, "unsaved change", "unsaved changes"),
  unsaved: "Unsaved changes",
  saving: "Saving…",
  save: "Save changes",
  saved: "Settings saved",
  savedMerged: "Settings saved, together with what was changed elsewhere meanwhile",
  mistakes: (count: number, written: string) =>
    `Not saved: ${plural(count, written, "field needs", "fields need")} another look.`,
  notSaved: (why: string) => `Not saved: ${why}`,

  leaveTitle: "Leave without saving?",
  leave: (count: number, written: string) =>
    `You have ${plural(count, written, "change", "changes")} that would be lost.`,
  leaveStay: "Keep editing",
  leaveGo: "Discard and leave",

  conflictTitle: "Changed in two places",
  conflict:
    "While you were editing, these were changed elsewhere, in another tab or by somebody else with your account. Choose which to keep; everything else is merged already.",
  mine: "Yours",
  theirs: "Saved meanwhile",
  conflictSave: "Save these",
  conflictBack: "Back to editing",

  providers: { shopify: "Shopify", amazon: "Amazon", tiktok: "TikTok" } as Record<string, string>,
  statuses: {
    not_connected: "Not connected",
    connecting: "Connecting",
    connected: "Connected",
    expired: "Expired",
    error: "Needs attention",
  } as Record<string, string>,
  reasons: {
    token_expired: "The access has run out.",
    authorization_ended: "The authorisation has ended and must be given anew.",
    revoked: "The access was withdrawn on the other side.",
    scope_missing: "A permission that is needed was not given.",
    account_suspended: "The account is suspended on the other side.",
    provider_unavailable: "The provider does not answer.",
    unknown: "The connector could not say why.",
  } as Record<string, string>,
  remedies: {
    token_expired: "Sign in again in the channel's connector.",
    authorization_ended: "Sign in again in the channel's connector.",
    revoked: "Authorise the app again if that was not meant.",
    scope_missing: "Authorise again, and leave all permissions ticked.",
    account_suspended: "Sort it out with the provider first; then connect again.",
    provider_unavailable: "Nothing to do for now: the connector keeps trying.",
    unknown: "Connect again; if it stays, look at the connector's log.",
  } as Record<string, string>,
  notConnected: (provider: string) => `Connect ${provider} in its connector; it shows up here by itself.`,
  connecting: "Finish signing in in the window of the connector. This page follows by itself.",
  account: "Account",
  connectedAt: "Connected since",
  updatedAt: "Last change",
  integrationInvalid: "The stored state could not be read. The connector will set it anew.",
  disconnect: "Disconnect",
  disconnectLabel: (provider: string) => `Disconnect ${provider}`,
  disconnectTitle: (provider: string) => `Disconnect ${provider}?`,
  disconnectWarning: (provider: string) =>
    `Nothing is published to ${provider} any more, and no new figures come from it. What was measured so far stays. Connecting again means signing in again in the connector.`,
  disconnected: (provider: string) => `${provider} is disconnected`,
  notDisconnected: (provider: string, why: string) => `${provider} is still connected. ${why}`,

  actors: { user: "You", pipeline: "Pipeline" },
  nothingChosen: "default",
  nothing: "none",
  became: "became",
  integrationParts: { status: "state", account: "account", reason: "reason" } as Record<string, string>,
  integrationPart: (provider: string, part: string) => `${provider} ${part}`,
  more: "Load more",
  noHistory: "Nothing has been changed yet. All settings are at their defaults.",
};
