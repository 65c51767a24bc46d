import { cards, openGallery, scrollTo, shiftOf, watchShift } from "./gallery";
import { startServer } from "./server";
import { test as base, expect } from "./test";

/** As many as the gallery promises to carry. */
const assets = 100_000;

/** The most cards that may be in the page at any depth. */
const mostCards = 400;

const test = base.extend<object, { server: Awaited<ReturnType<typeof startServer>> }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's pattern
    async ({}, use) => {
      const server = await startServer({ VITRINE_DEMO_ASSETS: String(assets) });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

test.describe.configure({ mode: "serial", timeout: 120_000 });

test("ten thousand deep by the wheel, few cards are in the page and nothing shifts", async ({ page }) => {
  await watchShift(page);
  await openGallery(page);
  await page.mouse.move(700, 500);
  const deep = () =>
    page.evaluate(() =>
      Math.max(
        0,
        ...[...document.querySelectorAll("[aria-posinset]")].map((each) => Number(each.ariaPosInSet)),
      ),
    );
  let most = 0;
  while ((await deep()) < 10_000) {
    // Farther than a hand turns it at once, so that the way is not endless.
    await page.mouse.wheel(0, 20_000);
    most = Math.max(most, await cards(page).count());
    await expect(page.locator("[data-asset]").first()).toBeAttached();
  }
  expect(most).toBeLessThanOrEqual(mostCards);
  expect(await shiftOf(page)).toBe(0);
});

test("the bar of dates leads anywhere at the cost of a few pages, and to the end", async ({ page }) => {
  await openGallery(page);
  const bar = page.getByRole("slider", { name: "Jump to a date" });
  await expect(bar).toBeVisible();
  const pages: string[] = [];
  page.on("request", (request) => {
    if (/\/assets\?.*cursor=/.test(request.url())) pages.push(request.url());
  });
  const area = await bar.boundingBox();
  if (!area) throw new Error("the bar has no place");
  await page.mouse.click(area.x + area.width / 2, area.y + area.height * 0.5);
  await expect(bar).toHaveAttribute("aria-valuetext", /\d{4}, [\d,]+ of [\d,]+/);
  await expect(cards(page).first()).toBeVisible();
  expect(Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(assets * 0.4);
  expect(pages.length).toBeLessThanOrEqual(4);
  await bar.focus();
  await page.keyboard.press("End");
  await expect(page.getByText("That is all")).toBeInViewport();
  const total = await cards(page).first().getAttribute("aria-setsize");
  await expect(page.locator(`[aria-posinset="${total}"]`)).toBeInViewport();
});

test("memory is as before after going to the end and back", async ({ page }) => {
  await openGallery(page);
  const session = await page.context().newCDPSession(page);
  async function heap() {
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
  }
  const there = Array.from({ length: 25 }, (_, step) => (step + 1) / 25);
  // Once before, so that everything that is loaded once is.
  for (const part of [0.3, 0.6, 0]) await scrollTo(page, part);
  const before = await heap();
  let most = 0;
  for (const part of [...there, ...there.toReversed(), 0]) {
    await scrollTo(page, part);
    most = Math.max(most, await cards(page).count());
  }
  expect(most).toBeLessThanOrEqual(mostCards);
  // Answers that may be asked for again are kept up to a number, some five megabytes in all.
  expect((await heap()) - before).toBeLessThan(12);
});
