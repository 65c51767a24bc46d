import { expect, test } from "vitest";
import { merge, resolved } from "./conflict";
import { someSettings } from "./settings.fixture";

const base = someSettings();

test("what only one side changed is merged without a question", () => {
  const theirs = someSettings({ version: 4, tone: "playful" });
  expect(merge(base, theirs, { "/profile/display_name": "Bea" })).toEqual({
    changes: { "/profile/display_name": "Bea" },
    conflicts: [],
  });
});

test("what both changed to the same is no change any more", () => {
  const theirs = someSettings({ version: 4, name: "Bea" });
  expect(merge(base, theirs, { "/profile/display_name": "Bea" })).toEqual({ changes: {}, conflicts: [] });
});

test("what both changed to different values is asked, and the rest goes on", () => {
  const theirs = someSettings({ version: 4, name: "Cleo" });
  expect(merge(base, theirs, { "/profile/display_name": "Bea", "/profile/bio": "Hi" })).toEqual({
    changes: { "/profile/display_name": "Bea", "/profile/bio": "Hi" },
    conflicts: [{ member: "/profile/display_name", mine: "Bea", theirs: "Cleo" }],
  });
});

test("a reset stands against a new choice, and the other way round", () => {
  const chosen = someSettings({ version: 4, tone: "playful" });
  expect(merge(base, chosen, { "/ai_preferences/tone": null }).conflicts).toEqual([
    { member: "/ai_preferences/tone", mine: null, theirs: "playful" },
  ]);
  const reset = someSettings({ version: 4, explicit: ["/profile/display_name"] });
  expect(merge(base, reset, { "/ai_preferences/tone": "playful" }).conflicts).toEqual([
    { member: "/ai_preferences/tone", mine: "playful", theirs: null },
  ]);
});

test("members that take theirs are left out of what is sent", () => {
  const changes = { "/profile/display_name": "Bea", "/ai_preferences/tone": null };
  expect(resolved(changes, ["/profile/display_name"])).toEqual({ "/ai_preferences/tone": null });
  expect(resolved(changes, [])).toEqual(changes);
});
