import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { startServer } from "./server";
import { expect, expectAccessible, test } from "./test";

const activity = (page: Page) => page.getByRole("region", { name: "Activity" }).first();
const slider = (page: Page) => page.getByRole("slider");

test("a chart is read by keyboard, bucket by bucket", async ({ page }) => {
  await page.goto("/insights?range=7d");
  await expect(slider(page)).toHaveAttribute(
    "aria-valuetext",
    /So far, Views [\d,]+, Clicks [\d,]+, Conversions [\d,]+$/,
  );
  await page.getByRole("button", { name: "Projects created" }).focus();
  await page.keyboard.press("Tab");
  await expect(slider(page)).toBeFocused();
  const last = await slider(page).getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  await expect(slider(page)).not.toHaveAttribute("aria-valuetext", last ?? "");
  await page.keyboard.press("Home");
  await expect(slider(page)).toHaveValue("0");
  await page.keyboard.press("End");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", last ?? "");
});

test("the table has the numbers of the chart", async ({ page }) => {
  await page.goto("/insights?range=7d&alone=true");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /Views/);
  const spoken = (await slider(page).getAttribute("aria-valuetext")) ?? "";
  const numbers = [...spoken.matchAll(/(?:Views|Clicks|Conversions) ([\d,]*\d)/g)].map(
    ([, number]) => number,
  );
  await activity(page).getByText("Table", { exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
  const rows = activity(page).getByRole("row");
  await expect(rows).toHaveCount(8);
  await expect(rows.last().getByRole("cell")).toHaveText(numbers as string[]);
});

test("range, filters and metrics are in the address: reload and back keep them", async ({ page }) => {
  await page.goto("/insights");
  await page.getByText("90 days").click();
  await expect(page).toHaveURL(/range=90d/);
  await page.getByRole("button", { name: "Channel" }).click();
  await page.getByRole("menuitemcheckbox", { name: "TikTok" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Conversions", exact: true }).click();
  await expect(page).toHaveURL(/\?range=90d&channel=tiktok&metrics=views,clicks$/);

  await page.reload();
  await expect(page.getByRole("radio", { name: "90 days" })).toBeChecked();
  await expect(page.getByRole("button", { name: "Conversions", exact: true })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /Views [\d,]+, Clicks [\d,]+$/);
  // A channel says nothing about what was created.
  await expect(page.getByRole("listitem").filter({ hasText: "Assets created" })).toContainText(
    "Not known by these filters",
  );

  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\?range=90d$/);
});

test("a range of one's own has both its days", async ({ page }) => {
  await page.goto("/insights");
  await page.getByRole("button", { name: "Custom range" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("First day").fill("2026-03-10");
  await dialog.getByLabel("Last day").fill("2026-03-08");
  await dialog.getByRole("button", { name: "Show" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("The last day is before the first.");
  await expectAccessible(page);
  await dialog.getByLabel("Last day").fill("2026-03-12");
  await dialog.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/start=2026-03-10&end=2026-03-13/);
  await expect(page.getByRole("button", { name: /10\s*–\s*12 Mar/ })).toBeVisible();
});

test("what is shown is saved as a table", async ({ page }) => {
  await page.goto("/insights?range=7d&metrics=views,ctr&alone=true");
  await expect(slider(page)).toBeAttached();
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Activity as shown" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^insights-chart-.*\.csv$/);
  const [header, ...rows] = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(header).toBe(
    '"id","start","end","state","views","ctr","ctr_numerator","ctr_denominator","data_source"',
  );
  expect(rows).toHaveLength(7);
});

test("a definition is behind its (i), and a top asset leads into the gallery", async ({ page }) => {
  await page.goto("/insights");
  await page.getByRole("button", { name: "What is Click-through rate?" }).click();
  await expect(page.getByRole("dialog")).toContainText("Clicks ÷ Impressions");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "Top assets" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/gallery\?.*asset=[0-9a-f-]{36}/);
});

test("assets are ranked by what is chosen; of rates it says what they need", async ({ page }) => {
  await page.goto("/insights?range=90d");
  const top = page.getByRole("region", { name: "Top assets" });
  await expect(top.getByText(/^All others:/)).toBeVisible();
  await top.getByRole("button", { name: /^Rank by/ }).click();
  await page.getByRole("menuitemradio", { name: "Click-through rate" }).click();
  await expect(page).toHaveURL(/top=ctr/);
  await expect(top.getByText("Only assets with at least 100 impressions.")).toBeVisible();
});

test("when asking fails, what is on screen stays, and trying again helps", async ({ page, server }) => {
  await page.goto("/insights?range=30d");
  await expect(slider(page)).toBeAttached();
  await page.route(`${server.url}/api/v1/insights/charts**`, (route) =>
    route.fulfill({ status: 500, body: "" }),
  );
  await activity(page)
    .getByRole("button", { name: /^Interval/ })
    .click();
  await page.getByRole("menuitemradio", { name: "Week" }).click();
  await expect(activity(page).getByRole("alert")).toBeVisible();
  await expect(slider(page)).toBeAttached();
  await page.unroute(`${server.url}/api/v1/insights/charts**`);
  await activity(page).getByRole("button", { name: "Try again" }).click();
  await expect(activity(page).getByRole("alert")).toBeHidden();
  await expect(slider(page)).toHaveAttribute("max", "4");
});

test("an interval that is too fine, and a range beyond what is kept, offer what would work", async ({
  page,
}) => {
  await page.goto("/insights?start=2023-01-01&end=2026-01-01&interval=hour");
  await activity(page)
    .getByRole("button", { name: "Show by week" })
    .or(page.getByRole("button", { name: "Show by day" }))
    .click();
  await expect(page).toHaveURL(/interval=(day|week)/);
  await expect(slider(page)).toBeAttached();

  // Where days do not begin at midnight UTC, a ranking needs single events at the edges.
  const patch = { profile: { timezone: "Pacific/Auckland" } };
  const headers = { "Content-Type": "application/merge-patch+json" };
  await page.request.patch("/api/v1/user/settings", { data: patch, headers });
  await page.goto("/insights?start=2023-01-01&end=2026-01-01");
  const top = page.getByRole("region", { name: "Top assets" });
  await expect(top.getByRole("alert")).toContainText("single events");
  await top.getByRole("button", { name: /^Start on/ }).click();
  await expect(top.getByRole("alert")).toBeHidden();
  await page.request.patch("/api/v1/user/settings", { data: { profile: null }, headers });
});

test("figures that are made up say so, and so does it when there are none", async ({ browser }) => {
  for (const [sample, said] of [
    ["true", "These figures are made up"],
    ["false", "No channel has reported an event so far"],
  ] as const) {
    const empty = await startServer({ VITRINE_DEMO: "false", VITRINE_INSIGHTS_SAMPLE: sample });
    const page = await browser.newPage();
    await page.request.post(`${empty.url}/api/v1/assets`, {
      data: { type: "text", content: "A lamp", format: "other" },
    });
    await page.goto(`${empty.url}/insights`);
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByText("Sample data", { exact: true })).toBeVisible({ visible: sample === "true" });
    await expect(page.getByRole("listitem").filter({ hasText: "Assets created" })).toContainText("1");
    await expectAccessible(page);
    await page.close();
    await empty.stop();
  }
});

test("the insights are accessible, as chart and as table", async ({ page }) => {
  await page.goto("/insights?metrics=views,ctr,revenue");
  await expect(slider(page)).toBeAttached();
  await expect(page.getByText(/^All others:/)).toBeVisible();
  await slider(page).focus();
  await expectAccessible(page);
  await page.goto("/insights?view=table");
  await expect(activity(page).getByRole("table")).toBeVisible();
  await expectAccessible(page);
});
