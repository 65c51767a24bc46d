import { client, mergePatch, read, type Schemas } from "../api/client";

export type User = Schemas["User"];
export type Settings = Schemas["Settings"];
export type SettingsPatch = Schemas["SettingsPatch"];
export type SettingsOptions = Schemas["SettingsOptions"];
export type SettingsEntry = Schemas["SettingsEntry"];
export type Integration = Schemas["Integration"];
export type Provider = keyof Settings["integrations"];

/** Who is calling, and how the server knows. */
export function getUser(signal?: AbortSignal) {
  return read(client.GET("/user", { signal }));
}

/** The settings in effect. */
export function getSettings(signal?: AbortSignal) {
  return read(client.GET("/user/settings", { signal }));
}

/** Changes the settings. With a version, only if they are still of that version: else it is refused with what they are now. */
export function updateSettings(patch: SettingsPatch, version?: number) {
  const header = version === undefined ? {} : { "If-Match": `"${version}"` };
  return read(client.PATCH("/user/settings", { params: { header }, body: patch, headers: mergePatch }));
}

/** What can be chosen. */
export function getSettingsOptions(signal?: AbortSignal) {
  return read(client.GET("/user/settings/options", { signal }));
}

/** One page of what was changed, newest first; `cursor` is that of the page before, null for the first. */
export function listSettingsAudit(cursor: string | null, limit: number, signal?: AbortSignal) {
  const params = { query: { limit, ...(cursor === null ? {} : { cursor }) } };
  return read(client.GET("/user/settings/audit", { params, signal }));
}
