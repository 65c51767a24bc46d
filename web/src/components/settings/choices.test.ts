import { describe, expect, test } from "vitest";
import { matching } from "../ui/matching";
import { languageName, typedLanguage } from "./languages";
import { typedZone, zoneOptions } from "./zones";

const winter = Date.parse("2026-01-15T12:00:00Z");

describe("zones", () => {
  test("are all that the browser knows, with UTC, each with its clock", () => {
    const options = zoneOptions("en-GB", winter);
    expect(options[0]).toMatchObject({
      value: "UTC",
      label: "UTC",
      detail: expect.stringMatching(/^12:00 · GMT/),
    });
    expect(options.filter(({ value }) => value === "UTC")).toHaveLength(1);
    expect(options.find(({ value }) => value === "America/New_York")).toEqual({
      value: "America/New_York",
      label: "America/New York",
      detail: "07:00 · GMT-5",
    });
    expect(options.length).toBeGreaterThan(300);
  });

  test("can be typed by a name that is not listed, but not as an offset", () => {
    expect(typedZone("en", "Asia/Kolkata", winter)?.value).toBe("Asia/Kolkata");
    expect(typedZone("en", "+05:30", winter)).toBeNull();
    expect(typedZone("en", "Mars/Olympus", winter)).toBeNull();
  });
});

describe("languages", () => {
  test("have the reader's name; what has none is its tag", () => {
    expect(languageName("en", "pt-BR")).toBe("Brazilian Portuguese");
    expect(languageName("en", "not a tag")).toBe("not a tag");
  });

  test("can be typed as a tag, which becomes canonical", () => {
    expect(typedLanguage("en", "PT-ao")?.value).toBe("pt-AO");
    expect(typedLanguage("en", "portuguese")).toBeNull();
    expect(typedLanguage("en", "p")).toBeNull();
  });
});

describe("finding", () => {
  const options = [
    { value: "a", label: "América/São Paulo" },
    { value: "b", label: "Europe/Paris" },
    { value: "c", label: "Pacific/Apia" },
  ];

  test("goes by any word, without accents and case; words that begin so come first", () => {
    expect(matching(options, "sao").map(({ value }) => value)).toEqual(["a"]);
    expect(matching(options, "pa").map(({ value }) => value)).toEqual(["a", "b", "c"]);
    expect(matching(options, "api").map(({ value }) => value)).toEqual(["c"]);
    expect(matching(options, "ri").map(({ value }) => value)).toEqual(["a", "b"]);
  });

  test("of nothing is everything, and needs every word", () => {
    expect(matching(options, "  ")).toHaveLength(3);
    expect(matching(options, "europe apia")).toEqual([]);
  });
});
