import { describe, expect, test } from "vitest";
import { applied, changedMembers, patchOf, remaining, withChange } from "./changes";
import { choiceOf } from "./members";
import { someOptions, someSettings } from "./settings.fixture";

const base = someSettings();

describe("a change", () => {
  test("is what differs from what was chosen, and nothing else", () => {
    const changed = withChange({}, base, "/profile/display_name", "Bea");
    expect(changed).toEqual({ "/profile/display_name": "Bea" });
    expect(withChange(changed, base, "/profile/display_name", "Ana")).toEqual({});
  });

  test("can be to choose what is the default already, for that is a choice too", () => {
    expect(withChange({}, base, "/profile/timezone", "UTC")).toEqual({ "/profile/timezone": "UTC" });
  });

  test("can be to take a choice away, but not where there is none", () => {
    expect(withChange({}, base, "/ai_preferences/tone", null)).toEqual({ "/ai_preferences/tone": null });
    expect(withChange({}, base, "/profile/bio", null)).toEqual({});
  });

  test("clears away a choice that is not accepted any more, although the default is in effect", () => {
    const invalid = someSettings({ explicit: [], invalid: ["/ai_preferences/aspect_ratio"] });
    expect(choiceOf(invalid, "/ai_preferences/aspect_ratio")).toBeUndefined();
    expect(withChange({}, invalid, "/ai_preferences/aspect_ratio", null)).toEqual({
      "/ai_preferences/aspect_ratio": null,
    });
  });
});

test("the patch has the changed members alone, null for those that go back to their default", () => {
  expect(
    patchOf({ "/ai_preferences/tone": null, "/profile/bio": "Hi", "/profile/timezone": "Asia/Tokyo" }),
  ).toEqual({
    profile: { bio: "Hi", timezone: "Asia/Tokyo" },
    ai_preferences: { tone: null },
  });
  expect(patchOf({})).toEqual({});
});

test("changes are listed in the order of the screen, whatever came first", () => {
  expect(changedMembers({ "/ai_preferences/tone": null, "/profile/bio": "Hi" })).toEqual([
    "/profile/bio",
    "/ai_preferences/tone",
  ]);
});

test("what was changed again while it was saved is left to save", () => {
  const now = { "/profile/bio": "Hi there", "/ai_preferences/tone": null };
  expect(remaining(now, { "/profile/bio": "Hi", "/ai_preferences/tone": null })).toEqual({
    "/profile/bio": "Hi there",
  });
});

describe("shown at once", () => {
  test("a choice is in effect and explicit, a reset is the default and is not", () => {
    const shown = applied(base, { "/profile/bio": "Hi", "/ai_preferences/tone": null }, someOptions);
    expect(shown.profile.bio).toBe("Hi");
    expect(shown.ai_preferences.tone).toBe("professional");
    expect(shown.explicit).toEqual(["/profile/display_name", "/profile/bio"]);
    expect(base).toEqual(someSettings());
  });

  test("no avatar is null", () => {
    expect(applied(base, { "/profile/avatar_url": null }, someOptions).profile.avatar_url).toBeNull();
  });

  test("what is not accepted any more is mended by any change of it", () => {
    const invalid = someSettings({ invalid: ["/profile/timezone"] });
    expect(applied(invalid, { "/profile/timezone": null }, someOptions).invalid).toEqual([]);
  });
});
