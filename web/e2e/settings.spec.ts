import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";

const mergePatch = { "Content-Type": "application/merge-patch+json" };

/** Changes the settings as somebody else would. */
async function patch(page: Page, change: object) {
  const answer = await page.request.patch("/api/v1/user/settings", { data: change, headers: mergePatch });
  expect(answer.status()).toBe(200);
}

test.beforeEach(async ({ page }) => {
  await patch(page, { profile: null, ai_preferences: null, integrations: null });
});

const save = (page: Page) => page.getByRole("button", { name: "Save changes" });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const messages = (page: Page) => page.getByRole("region", { name: "Messages" });

test("what was changed is saved together, shows everywhere and stays", async ({ page }) => {
  await page.goto("/settings");
  await field(page, "Name").fill("Ana Duarte");
  await page.getByRole("radio", { name: /Playful/ }).check();
  await page.getByRole("radio", { name: /16:9/ }).check();
  await expect(page.getByText("3 unsaved changes")).toBeVisible();
  await save(page).click();

  await expect(messages(page)).toContainText("Settings saved");
  await expect(save(page)).toBeHidden();
  await expect(page.getByRole("complementary").getByText("Ana Duarte")).toBeVisible();
  await expect(page.getByRole("region", { name: "History" }).getByRole("listitem").first()).toContainText(
    "Ana Duarte",
  );

  await page.reload();
  await expect(field(page, "Name")).toHaveValue("Ana Duarte");
  await expect(page.getByRole("radio", { name: /Playful/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: /16:9/ })).toBeChecked();
});

test("Cancel brings back what was there", async ({ page }) => {
  await page.goto("/settings");
  await field(page, "Bio").fill("Lamps");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(field(page, "Bio")).toHaveValue("");
  await expect(save(page)).toBeHidden();
});

test("a choice says that it is one, and can be taken back to the default", async ({ page }) => {
  await patch(page, { ai_preferences: { tone: "luxury" } });
  await page.goto("/settings");
  const tone = page.getByRole("group", { name: "Tone" });
  await expect(tone.getByText("Chosen", { exact: true })).toBeVisible();
  await tone.getByRole("button", { name: "Reset Tone to its default, Professional" }).click();
  await expect(tone.getByRole("radio", { name: /Professional/ })).toBeChecked();
  await page.keyboard.press("Control+s");
  await expect(messages(page)).toContainText("Settings saved");
  await expect(tone.getByText("Default", { exact: true })).toBeVisible();
  const settings = await (await page.request.get("/api/v1/user/settings")).json();
  expect(settings.explicit).toEqual([]);
});

test("two tabs that change different things both win, without a question", async ({ page, context }) => {
  await page.goto("/settings");
  await field(page, "Name").fill("Ana");

  const other = await context.newPage();
  await other.goto("/settings");
  await other.getByRole("radio", { name: /Casual/ }).check();
  await save(other).click();
  await expect(messages(other)).toContainText("Settings saved");

  // Seen here without a reload, beside what is being edited.
  await expect(page.getByRole("radio", { name: /Casual/ })).toBeChecked();
  await save(page).click();
  await expect(messages(page)).toContainText("together with what was changed elsewhere");
  await expect(page.getByRole("radio", { name: /Casual/ })).toBeChecked();
  await expect(field(page, "Name")).toHaveValue("Ana");
});

test("two tabs that change the same are asked which to keep, and only about that", async ({
  page,
  context,
}) => {
  await page.goto("/settings");
  await field(page, "Name").fill("Mine");
  await field(page, "Bio").fill("Only mine");

  const other = await context.newPage();
  await other.goto("/settings");
  await field(other, "Name").fill("Theirs");
  await other.getByRole("radio", { name: /Minimal/ }).check();
  await save(other).click();
  await expect(messages(other)).toContainText("Settings saved");

  await save(page).click();
  const question = page.getByRole("dialog", { name: "Changed in two places" });
  await expect(question.getByRole("group")).toHaveCount(1);
  await expect(question.getByRole("radio", { name: "Yours Mine" })).toBeChecked();
  await expectAccessible(page);
  await question.getByRole("radio", { name: "Saved meanwhile Theirs" }).check();
  await question.getByRole("button", { name: "Save these" }).click();

  await expect(field(page, "Name")).toHaveValue("Theirs");
  await expect(field(page, "Bio")).toHaveValue("Only mine");
  await expect(messages(page)).toContainText("together with");
  const { profile, ai_preferences } = await (await page.request.get("/api/v1/user/settings")).json();
  expect([profile.display_name, profile.bio, ai_preferences.tone]).toEqual([
    "Theirs",
    "Only mine",
    "minimal",
  ]);
});

test("leaving with changes asks, here and in the browser", async ({ page }) => {
  await page.goto("/settings");
  await field(page, "Name").fill("Ana");
  await page.getByRole("link", { name: "Gallery" }).first().click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Keep editing" }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await expect(field(page, "Name")).toHaveValue("Ana");

  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const browsers = await asked;
  expect(browsers.type()).toBe("beforeunload");
  await browsers.dismiss();

  // Between the sections nothing is lost, so nothing is asked.
  await page.getByRole("link", { name: "Integrations" }).click();
  await expect(page).toHaveURL(/#integrations$/);
  await page.getByRole("link", { name: "Gallery" }).first().click();
  await question.getByRole("button", { name: "Discard and leave" }).click();
  await expect(page).toHaveURL(/\/gallery/);
});

test("what the server refuses is said at its field, and the first one has the focus", async ({ page }) => {
  await page.goto("/settings");
  await field(page, "Avatar").fill("http://example.com/a.png");
  await field(page, "Bio").fill("b".repeat(501));
  await expect(page.getByText("1 character too many.")).toBeVisible();
  await save(page).click();

  await expect(field(page, "Bio")).toBeFocused();
  await expect(field(page, "Avatar")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Avatar")).toHaveAccessibleDescription(/https address/i);
  await expect(page.getByText("2 fields need another look")).toBeVisible();
  await expectAccessible(page);

  await field(page, "Bio").fill("Short");
  await expect(field(page, "Bio")).toHaveAttribute("aria-invalid", "false");
  await field(page, "Avatar").fill("");
  await save(page).click();
  await expect(messages(page)).toContainText("Settings saved");
});

test("a save that fails is taken back visibly, and what was typed stays", async ({ page, server }) => {
  await page.goto("/settings");
  await page.route(`${server.url}/api/v1/user/settings`, (route) =>
    route.request().method() === "PATCH" ? route.fulfill({ status: 503, body: "" }) : route.fallback(),
  );
  await field(page, "Name").fill("Ana");
  await save(page).click();
  await expect(page.getByText(/^Not saved/)).toBeVisible();
  await expect(page.getByRole("complementary").getByText("Ana", { exact: true })).toBeHidden();
  await expect(field(page, "Name")).toHaveValue("Ana");

  await page.unroute(`${server.url}/api/v1/user/settings`);
  await save(page).click();
  await expect(page.getByRole("complementary").getByText("Ana", { exact: true })).toBeVisible();
});

test("a zone is found by typing and chosen by keys", async ({ page }) => {
  await page.goto("/settings");
  const zone = page.getByRole("combobox", { name: "Time zone" });
  await zone.click();
  await zone.fill("auck");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(zone).toHaveValue("Pacific/Auckland");
  await zone.press("ArrowDown");
  await zone.press("Escape");
  await expect(zone).toHaveValue("Pacific/Auckland");
  await zone.press("Enter");
  await expect(messages(page)).toContainText("Settings saved");
});

test("a channel shows how it is doing by itself, and is disconnected after a question", async ({ page }) => {
  await page.goto("/settings#integrations");
  const row = page
    .getByRole("region", { name: "Integrations" })
    .getByRole("listitem")
    .filter({ hasText: "Shopify" });
  await expect(row).toContainText("Not connected");
  await patch(page, { integrations: { shopify: { status: "connected", account: "ana-store" } } });
  await expect(row).toContainText("ana-store");
  await patch(page, { integrations: { shopify: { status: "expired", reason: "token_expired" } } });
  await expect(row).toContainText("The access has run out. Sign in again");

  await row.getByRole("button", { name: "Disconnect Shopify" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(row).toContainText("Not connected");
  await expect(messages(page)).toContainText("Shopify is disconnected");
});

test("the history goes on when asked", async ({ page }) => {
  for (const bio of "abcdefghij") await patch(page, { profile: { bio } });
  await page.goto("/settings");
  const history = page.getByRole("region", { name: "History" });
  const entries = history.getByRole("time");
  await expect(entries).toHaveCount(8);
  await history.getByRole("button", { name: "Load more" }).click();
  await expect(entries.nth(9)).toBeVisible();
});

test("the settings are accessible, also with a list open", async ({ page }) => {
  await page.goto("/settings");
  await expect(page.getByRole("region", { name: "History" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Language" }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page);
});
