import type { Page } from "@playwright/test";
import { card, cards, openGallery, scrollTo, seen, shiftOf, topOf, watchShift } from "./gallery";
import { expect, expectAccessible, test } from "./test";

const search = (page: Page) => page.getByRole("textbox", { name: "Search assets" });
const detail = (page: Page) => page.getByRole("dialog");
const tab = (page: Page, name: string) => page.getByRole("radio", { name: new RegExp(`^${name}`) });

const image = (title: string, prompt = title) => ({
  type: "image",
  title,
  prompt,
  url: "/demo/media/lamp-hero-bfe67978-2048x2048.svg",
  thumbnail_url: "/demo/media/lamp-hero-bfe67978-480x480.svg",
  width: 1024,
  height: 1024,
  mime_type: "image/svg+xml",
});

test("the first screen is one list call, and nothing on it moves", async ({ page }) => {
  const lists: string[] = [];
  page.on("request", (request) => {
    // Asking again for what is there does not count.
    const again = "if-none-match" in request.headers();
    if (/\/api\/v1\/assets(\?|$)/.test(request.url()) && !again) lists.push(request.url());
  });
  await watchShift(page);
  await openGallery(page);
  await expect(page.getByText(/^[\d,]+ assets$/)).toBeVisible();
  await expect(tab(page, "Images")).toBeVisible();
  await expect(page.getByRole("slider", { name: "Jump to a date" })).toBeAttached();
  expect(lists).toHaveLength(1);
  expect(await shiftOf(page)).toBe(0);
});

test("a search marks what it found, and lives in the address", async ({ page, api }) => {
  await api.assets([image("Quixotic jar", "a quixotic jar of honey, on linen")]);
  await openGallery(page);
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await page.keyboard.insertText("quixotic");
  await expect(page).toHaveURL(/\?q=quixotic$/);
  await expect(card(page, "Quixotic jar").locator("mark").first()).toHaveText(/quixotic/i);
  await page.getByRole("button", { name: /^Sort/ }).click();
  await page.getByRole("menuitemradio", { name: "Best match" }).click();
  await expect(page).toHaveURL(/sort=-relevance/);
  await expect(cards(page).first()).toContainText("Quixotic jar");
  await search(page).focus();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/gallery$/);
});

test("what was misspelt is corrected, and said", async ({ page }) => {
  await openGallery(page, "?q=lampp");
  await expect(page.getByText(/Showing results for lamp/)).toBeVisible();
  await expect(page.locator("mark").first()).toHaveText(/lamp/i);
});

test("a search that is overtaken by another is given up", async ({ page, api }) => {
  await api.assets([image("Overtaking lane")]);
  await openGallery(page);
  await page.route("**/api/v1/assets?q=slow*", () => {
    // Never answered.
  });
  const givenUp = page.waitForEvent("requestfailed", (request) => request.url().includes("/assets?q=slow"));
  await search(page).fill("slow");
  await page.waitForRequest((request) => request.url().includes("/assets?q=slow"));
  await search(page).fill("overtaking");
  await givenUp;
  await expect(card(page, "Overtaking lane")).toBeVisible();
});

test("filters hold together, are counted, and live in the address", async ({ page }) => {
  await openGallery(page);
  await tab(page, "Videos").check({ force: true });
  await expect(page).toHaveURL(/\?type=video$/);
  await page.getByRole("button", { name: /^Orientation/ }).click();
  const square = page.getByRole("menuitemcheckbox", { name: /^Square/ });
  const count = Number((await square.textContent())?.replace(/\D/g, ""));
  await square.click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/type=video&orientation=square/);
  await expect(page.getByText(`${count} assets`, { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText(`${count} assets`, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/gallery$/);
});

test("a search without a match says so, and leads back", async ({ page }) => {
  await page.goto("/gallery?q=nosuchthing&type=video");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("button", { name: "Clear filters" }).last().click();
  await expect(cards(page).first()).toBeVisible();
});

test("an asset opens over the list by its link, and closing leads to the list", async ({ page }) => {
  await openGallery(page);
  const id = await cards(page).nth(3).getAttribute("data-asset");
  await page.goto(`/gallery?asset=${id}`);
  await expect(detail(page).getByRole("heading", { level: 2 })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(detail(page)).toBeHidden();
  await expect(page).toHaveURL(/\/gallery$/);
});

test("arrow keys step through the same query, and back returns to the same place", async ({ page }) => {
  await openGallery(page, "?type=image");
  await scrollTo(page, 0.4);
  await page.waitForFunction(() => !document.querySelector("ul[aria-label=Assets] > li:not([data-asset])"));
  const { id } = await seen(page);
  const opened = page.locator(`[data-asset="${id}"]`);
  // A click would bring it into sight as a whole.
  await opened.scrollIntoViewIfNeeded();
  const top = await topOf(page, id);
  const place = Number(await opened.getAttribute("aria-posinset"));
  const after = await page.locator(`[aria-posinset="${place + 1}"]`).getAttribute("data-asset");
  await opened.locator("a").click();
  await expect(detail(page)).toBeVisible();
  await page.goBack();
  await expect(detail(page)).toBeHidden();
  expect(await topOf(page, id)).toBe(top);
  await opened.locator("a").click();
  await expect(detail(page).getByRole("button", { name: "Next" })).toBeEnabled();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(new RegExp(`asset=${after}`));
  await page.reload();
  await expect(detail(page).getByRole("heading", { level: 2 })).toBeVisible();
  await expect(detail(page).getByRole("button", { name: "Previous" })).toBeEnabled();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(new RegExp(`asset=${id}`));
  await page.goBack();
  await expect(detail(page)).toBeHidden();
  // The list has followed the steps only where they led out of sight.
  await expect(opened).toBeInViewport();
  await expect(opened.locator("a")).toBeFocused();
});

test("reload and back from another screen keep the place", async ({ page }) => {
  await openGallery(page);
  await scrollTo(page, 0.6);
  await page.waitForFunction(() => !document.querySelector("ul[aria-label=Assets] > li:not([data-asset])"));
  const { id, top } = await seen(page);
  // The place is remembered when scrolling has come to rest.
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem("vitrine-gallery-places")))
    .not.toBeNull();
  await page.reload();
  await expect.poll(() => topOf(page, id)).toBe(top);
  await page.getByRole("link", { name: "Settings" }).first().click();
  await expect(page).toHaveURL(/settings/);
  await page.goBack();
  await expect.poll(() => topOf(page, id)).toBe(top);
});

test("a deleted asset is gone at once, and undo brings it back where it was", async ({ page, api }) => {
  await api.assets([image("Ephemeral lamp")]);
  await openGallery(page, "?q=ephemeral");
  await card(page, "Ephemeral lamp").getByRole("link").click();
  await detail(page).getByRole("button", { name: "Move to trash" }).click();
  await expect(detail(page)).toBeHidden();
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card(page, "Ephemeral lamp")).toBeVisible();
});

test("title, tags and favourite are changed in the detail", async ({ page, api }) => {
  await api.assets([image("Nameless thing")]);
  await openGallery(page, "?q=nameless");
  await card(page, "Nameless thing").getByRole("link").click();
  await detail(page).getByRole("button", { name: "Rename" }).click();
  await page.keyboard.insertText("Nameless no more");
  await page.keyboard.press("Enter");
  await expect(detail(page).getByRole("heading", { name: "Nameless no more" })).toBeVisible();
  await detail(page).getByRole("textbox", { name: "Add a tag" }).fill("found");
  await page.keyboard.press("Enter");
  await expect(detail(page).getByRole("button", { name: "Remove the tag found" })).toBeVisible();
  const favorite = detail(page).getByRole("button", { name: "Favourite" });
  await favorite.click();
  await expect(favorite).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(detail(page).getByRole("heading", { name: "Nameless no more" })).toBeVisible();
  await expect(detail(page).getByRole("button", { name: "Remove the tag found" })).toBeVisible();
  await expect(favorite).toHaveAttribute("aria-pressed", "true");
});

test("many are selected, tagged, moved to the trash and restored", async ({ page, api }) => {
  await api.assets([1, 2, 3, 4].map((number) => image(`Bulky ${number}`)));
  await openGallery(page, "?q=bulky");
  await expect(cards(page)).toHaveCount(4);
  await cards(page).nth(0).hover();
  await page
    .getByRole("checkbox", { name: /^Select Bulky/ })
    .first()
    .check({ force: true });
  await cards(page)
    .nth(2)
    .getByRole("link")
    .click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "3 selected" });
  await expect(bar).toBeVisible();
  await bar.getByRole("button", { name: "Tag" }).click();
  await page.getByRole("textbox", { name: /^Tags/ }).fill("heavy");
  await page.keyboard.press("Enter");
  await expect(cards(page).filter({ hasText: "heavy" })).toHaveCount(3);
  await page.getByRole("button", { name: "Select", exact: true }).click();
  for (const at of [0, 3]) await cards(page).nth(at).getByRole("link").click();
  await page.getByRole("region", { name: "2 selected" }).getByRole("button", { name: "Trash" }).click();
  await expect(cards(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(cards(page)).toHaveCount(4);
});

test("newer assets are said, and shown when one wants them", async ({ page, api }) => {
  await openGallery(page);
  await scrollTo(page, 0.3);
  const { id, top } = await seen(page);
  await api.assets([image("Fresh from the press"), image("Fresh as well")]);
  const pill = page.getByRole("button", { name: "2 new" });
  await expect(pill).toBeVisible();
  expect(await topOf(page, id)).toBe(top);
  await pill.click();
  await expect(card(page, "Fresh as well")).toBeInViewport();
});

test("all of it works by the keyboard alone", async ({ page }) => {
  await openGallery(page);
  await cards(page).first().getByRole("link").focus();
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.card);
  const first = await focused();
  await page.keyboard.press("ArrowRight");
  await expect.poll(focused).not.toBe(first);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(focused).toBe(first);
  for (let step = 0; step < 8; step += 1) {
    const before = await focused();
    await page.keyboard.press("ArrowDown");
    await expect.poll(focused).not.toBe(before);
  }
  await expect(page.locator(":focus")).toBeInViewport();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByRole("region", { name: /selected$/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: /selected$/ })).toBeHidden();
  await page.keyboard.press("End");
  await expect(page.getByText("That is all")).toBeInViewport();
  await expect(page.locator(":focus")).toHaveAttribute("data-card", /.+/);
  await page.keyboard.press("Home");
  await expect.poll(focused).toBe(first);
  await page.keyboard.press("Enter");
  await expect(detail(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect.poll(focused).toBe(first);
});

test("a page that fails is offered again, and what is on screen stays", async ({ page }) => {
  await openGallery(page);
  await page.route("**/api/v1/assets?*cursor=*", (route) => route.abort());
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
  const failure = page.getByRole("alert").filter({ has: page.getByRole("button", { name: "Try again" }) });
  await expect(failure.first()).toBeVisible({ timeout: 15_000 });
  await page.unroute("**/api/v1/assets?*cursor=*");
  await expect(failure).toHaveCount(0, { timeout: 15_000 });
  await expect(cards(page).first()).toBeVisible();
});

test("copy is copied", async ({ page, context, api }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await api.assets([{ type: "text", content: "Unrepeatable words.", format: "ad_short" }]);
  await openGallery(page, "?q=unrepeatable");
  await page.getByRole("button", { name: /^Copy the text of/ }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Unrepeatable words.");
});

test("nothing serious stands in anybody's way", async ({ page }) => {
  await openGallery(page, "?q=lamp");
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await cards(page).first().getByRole("link").click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await cards(page).first().getByRole("link").click();
  await expect(detail(page).getByRole("heading", { level: 2 })).toBeVisible();
  await expectAccessible(page);
});

test("on a phone nothing scrolls sideways", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openGallery(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await cards(page).first().getByRole("link").click();
  await expect(detail(page).getByRole("heading", { level: 2 })).toBeVisible();
  expect(await detail(page).evaluate((dialog) => dialog.scrollWidth)).toBeLessThanOrEqual(360);
});
