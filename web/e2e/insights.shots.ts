import { expect, type Page } from "@playwright/test";
import { shots } from "./shots";

const drawn = (page: Page) => expect(page.getByRole("slider")).toBeAttached();

shots("insights", async ({ shot, page }) => {
  await shot("overview", "/insights", () => drawn(page));
  await shot("chart", "/insights?range=90d&metrics=views,ctr,revenue", async () => {
    await drawn(page);
    await page.getByRole("slider").focus();
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("region", { name: "Activity" }).scrollIntoViewIfNeeded();
  });
  await shot("table", "/insights?range=7d&view=table", () =>
    page.getByRole("table").scrollIntoViewIfNeeded(),
  );
  await shot("channels-and-assets", "/insights", async () => {
    await expect(page.getByText(/^All others:/)).toBeVisible();
    await page.getByText(/^All others:/).scrollIntoViewIfNeeded();
  });
  await shot("definition", "/insights", () =>
    page.getByRole("button", { name: "What is Click-through rate?" }).click(),
  );
  await shot("range", "/insights", () => page.getByRole("button", { name: "Custom range" }).click());
  await shot("too-fine", "/insights?start=2023-01-01&end=2026-01-01&interval=hour", () =>
    expect(page.getByRole("alert")).toBeVisible(),
  );
});

const nothingYet = { VITRINE_DEMO: "false" };

shots("insights-sample", nothingYet, async ({ shot, page }) => {
  const asset = { type: "text", content: "One lamp. All you need.", format: "ad_short" };
  await page.request.post("/api/v1/assets", { data: asset });
  await shot("overview", "/insights", () => drawn(page));
});

shots("insights-none", { ...nothingYet, VITRINE_INSIGHTS_SAMPLE: "false" }, async ({ shot, page }) => {
  await shot("overview", "/insights", () => drawn(page));
});
