import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";

const rows = (page: Page) => page.getByRole("list", { name: "Projects" }).getByRole("link");
const row = (page: Page, title: string) =>
  page
    .getByRole("list", { name: "Projects" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: title, exact: true }) });
const search = (page: Page) => page.getByRole("textbox", { name: "Search projects" });

/** Opens the menu of a row and chooses. */
async function choose(page: Page, title: string, action: string) {
  await page.getByRole("button", { name: `Actions for ${title}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("the first screen is one list call, and nothing on it moves", async ({ page }) => {
  const lists: string[] = [];
  page.on("request", (request) => {
    // Asking again for what is there does not count.
    const again = "if-none-match" in request.headers();
    if (/\/api\/v1\/projects(\?|$)/.test(request.url()) && !again) lists.push(request.url());
  });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const now = Number(document.documentElement.dataset.shift ?? 0);
        document.documentElement.dataset.shift = String(now + (entry as unknown as { value: number }).value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/");
  await expect(page).toHaveURL(/\/projects$/);
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await expect(page.getByText(/^\d+ projects$/)).toBeVisible();
  expect(lists).toHaveLength(1);
  expect(await page.evaluate(() => document.documentElement.dataset.shift ?? "0")).toBe("0");
});

test("a search is in the address, and goes with Escape", async ({ page, api }) => {
  await api.project({ title: "Zirconium teapot" });
  await page.goto("/projects");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await page.keyboard.insertText("zirconium");
  await expect(page).toHaveURL(/\?q=zirconium$/);
  await expect(rows(page)).toHaveText(["Zirconium teapot"]);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/projects$/);
  await expect(rows(page).nth(3)).toBeVisible();
});

test("a search that is overtaken by another is given up", async ({ page, api }) => {
  await api.project({ title: "Overtaking lane" });
  await page.goto("/projects");
  await expect(rows(page).first()).toBeVisible();
  await page.route("**/api/v1/projects?q=slow*", () => {
    // Never answered.
  });
  const givenUp = page.waitForEvent("requestfailed", (request) => request.url().includes("/projects?q=slow"));
  await search(page).fill("slow");
  await page.waitForRequest((request) => request.url().includes("/projects?q=slow"));
  await search(page).fill("overtaking");
  await givenUp;
  await expect(rows(page)).toHaveText(["Overtaking lane"]);
});

test("a search without a match says so, and leads back", async ({ page }) => {
  await page.goto("/projects?q=nosuchthing&status=failed");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/projects$/);
  await expect(rows(page).first()).toBeVisible();
});

test("filters are counted, hold together, and live in the address", async ({ page, api }) => {
  await page.goto("/projects");
  await page.getByRole("button", { name: "Status" }).click();
  const failed = page.getByRole("menuitemcheckbox", { name: /Failed/ });
  const count = (await api.find("status=failed&limit=100")).length;
  await expect(failed).toContainText(String(count));
  await failed.click();
  await expect(page).toHaveURL(/\?status=failed$/);
  await page.getByRole("menuitemcheckbox", { name: /Cancelled/ }).click();
  await expect(page).toHaveURL(/\?status=failed,cancelled$/);
  await page.keyboard.press("Escape");
  const both = await api.find("status=failed,cancelled&limit=100");
  await expect(rows(page)).toHaveText(both.map(({ title }) => title));

  await page.reload();
  await expect(rows(page)).toHaveText(both.map(({ title }) => title));
  await page.goBack();
  await expect(page).toHaveURL(/\?status=failed$/);
  await expect(page.getByText(`${count} project`)).toBeVisible();
});

test("a title is changed in its place, and the server has it", async ({ page, api }) => {
  const { id } = await api.project({ title: "Rename me" });
  await page.goto("/projects?q=rename");
  await choose(page, "Rename me", "Rename");
  const field = page.getByRole("textbox", { name: "New title of Rename me" });
  await expect(field).toBeFocused();
  await field.fill("Renamed lamp");
  await field.press("Enter");
  await expect(rows(page)).toHaveText(["Renamed lamp"]);
  await expect.poll(async () => (await api.find("q=renamed")).map((project) => project.id)).toEqual([id]);

  await choose(page, "Renamed lamp", "Rename");
  await page.getByRole("textbox", { name: /New title/ }).fill("Never mind");
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveText(["Renamed lamp"]);
});

test("a copy gets a name of its own, and can be undone", async ({ page, api }) => {
  await api.project({ title: "Copied vase" });
  await page.goto("/projects?q=copied+vase");
  await choose(page, "Copied vase", "Duplicate");
  await expect(rows(page)).toHaveText(["Copied vase (copy)", "Copied vase"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveText(["Copied vase"]);
});

test("a delete is undone by its message, and by Ctrl+Z", async ({ page, api }) => {
  await api.project({ title: "Deleted clock" });
  await page.goto("/projects?q=deleted+clock");
  await choose(page, "Deleted clock", "Move to trash");
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByText("“Deleted clock” is in the trash")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveText(["Deleted clock"]);

  await rows(page).first().focus();
  await page.keyboard.press("Delete");
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByText("“Deleted clock” is in the trash")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(rows(page)).toHaveText(["Deleted clock"]);
});

test("what lies in the trash comes back, or goes for good after a question", async ({ page, api }) => {
  await api.project({ title: "Trashed one" });
  await api.project({ title: "Trashed two" });
  await page.goto("/projects?q=trashed");
  await choose(page, "Trashed one", "Move to trash");
  await choose(page, "Trashed two", "Move to trash");
  await page.getByRole("button", { name: "Trash", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Trash", level: 1 })).toBeVisible();
  await expect(row(page, "Trashed one")).toContainText("Gone for good on");

  await choose(page, "Trashed one", "Restore");
  await expect(rows(page)).toHaveText(["Trashed two"]);
  await choose(page, "Trashed two", "Delete for good");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
  await expect(rows(page)).toHaveCount(0);
  expect(await api.find("q=trashed&trashed=true")).toEqual([]);
});

test("several rows are chosen with Shift, and changed and restored together", async ({ page, api }) => {
  await api.projects("Bulk stool", 4);
  await page.goto("/projects?q=bulk+stool");
  const tick = (number: number) => page.getByRole("checkbox", { name: `Select Bulk stool ${number}` });
  await tick(4).check({ force: true });
  await tick(2).click({ modifiers: ["Shift"], force: true });
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByRole("textbox", { name: /Tags/ }).fill("bulkset, seat");
  await page.getByRole("button", { name: "Add tags" }).click();
  await expect.poll(async () => (await api.find("tag=bulkset")).length).toBe(3);

  await tick(1).check({ force: true });
  await tick(4).click({ modifiers: ["Shift"], force: true });
  await expect(page.getByText("4 selected")).toBeVisible();
  await page.getByRole("region", { name: "4 selected" }).getByRole("button", { name: "Trash" }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveCount(4);
});

test("a running project moves without a reload, and a new one appears", async ({ page, api }) => {
  const { id } = await api.project({ title: "Moving target" });
  await page.goto("/projects");
  await expect(row(page, "Moving target")).toContainText("Draft");
  await api.change(id, { status: "pending" });
  await api.change(id, { status: "running", stage: "copywriting", progress: 34 });
  await expect(row(page, "Moving target")).toContainText("34%");
  await expect(row(page, "Moving target").getByRole("progressbar")).toHaveAttribute("aria-valuenow", "34");
  await expect(page.getByRole("complementary").getByRole("link", { name: "Moving target" })).toBeVisible();
  await api.change(id, { status: "failed", error: { code: "no_light", message: "It was too dark." } });
  await expect(row(page, "Moving target")).toContainText("It was too dark.");
  await api.project({ title: "Just arrived" });
  await expect(rows(page).first()).toHaveText("Just arrived");
});

test("the whole list is worked by keys", async ({ page, api }) => {
  await api.projects("Keyed shelf", 3);
  await page.goto("/projects?q=keyed+shelf");
  await rows(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(rows(page).nth(2)).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("1 selected")).toBeHidden();
  await page.keyboard.press("f");
  await expect(page.getByRole("button", { name: "Remove Keyed shelf 3 from favourites" })).toBeVisible();
  await page.keyboard.press("F2");
  await expect(page.getByRole("textbox", { name: /Keyed shelf 3/ })).toBeFocused();
  await page.keyboard.type("Keyed shelf, tall");
  await page.keyboard.press("Enter");
  await expect(rows(page).first()).toHaveText("Keyed shelf, tall");
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(rows(page)).toHaveText(["Keyed shelf 2", "Keyed shelf 1"]);
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press("t");
  await expect(page.getByRole("dialog", { name: "Keyed shelf 2" })).toBeVisible();
  await expect(page).toHaveURL(/timeline=/);
  await page.keyboard.press("Escape");
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Keyed shelf 2", level: 1 })).toBeVisible();
});

test("back and reload keep the place in a long list", async ({ page, api }) => {
  await api.projects("Long list", 130);
  await page.goto("/projects?q=long+list");
  const far = page.getByRole("link", { name: "Long list 7", exact: true });
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect(far).toBeVisible({ timeout: 200 });
  }).toPass();
  await far.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => window.scrollY);
  expect(await rows(page).count()).toBeLessThan(60);
  await far.click();
  await expect(page.getByRole("heading", { name: "Long list 7", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(far).toBeInViewport();
  expect(await page.evaluate(() => window.scrollY)).toBe(place);
  await page.reload();
  await expect(far).toBeInViewport();
});

test("a project opens by its address, with its assets in order, by kind, and its timeline", async ({
  page,
  api,
}) => {
  const { id } = await api.project({
    title: "Opened desk",
    brief: "A desk by the window.",
    tags: ["deskset"],
  });
  await api.change(id, { status: "pending" });
  await api.change(id, { status: "running", stage: "copywriting", progress: 50 });
  await api.assets([
    {
      type: "text",
      project_id: id,
      content: "Write at a desk that stays.",
      format: "ad_short",
      language: "en",
    },
    {
      type: "image",
      project_id: id,
      title: "Desk from above",
      url: "/demo/media/lamp-hero-1-400x300.svg",
      width: 400,
      height: 300,
    },
  ]);
  await page.goto(`/projects/${id}`);
  const assets = page.getByRole("region", { name: "Assets" });
  await expect(assets.getByRole("link")).toHaveCount(2);
  await expect(assets.getByRole("link").first()).toContainText("Write at a desk");
  await expect(page.getByText("Copywriting").first()).toBeVisible();
  await assets.getByText("Images").click();
  await expect(page).toHaveURL(/\?type=image$/);
  await expect(assets.getByRole("link")).toHaveCount(1);
  await page.reload();
  await expect(assets.getByRole("link")).toHaveCount(1);
  await assets.getByText("Videos").click();
  await expect(page.getByText("No assets of this kind")).toBeVisible();
  await page.getByRole("link", { name: "deskset" }).click();
  await expect(page).toHaveURL(/\/projects\?tag=deskset$/);
  await expect(rows(page)).toHaveText(["Opened desk"]);
});

test("an address of a project that is not there says so", async ({ page }) => {
  await page.goto("/projects/019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await page.getByRole("link", { name: "Go to projects" }).click();
  await expect(rows(page).first()).toBeVisible();
});

test("a refused change goes back, and says why", async ({ page, api }) => {
  await api.project({ title: "Refused bench" });
  await page.goto("/projects?q=refused");
  await page.route("**/api/v1/projects/*", (route) =>
    route.request().method() === "PATCH"
      ? route.fulfill({
          status: 503,
          contentType: "application/problem+json",
          body: JSON.stringify({
            type: "/problems/overloaded",
            title: "Busy",
            status: 503,
            detail: "The server is busy.",
          }),
        })
      : route.fallback(),
  );
  await row(page, "Refused bench").hover();
  await page.getByRole("button", { name: "Add Refused bench to favourites" }).click();
  await expect(page.getByText("Favourite not changed: The server is busy.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add Refused bench to favourites" })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
});

for (const width of [360, 768, 1440]) {
  test(`nothing serious for axe at ${width} pixels, and nothing scrolls sideways`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/projects");
    await expect(rows(page).first()).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole("button", { name: "Status" }).click();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await rows(page).first().click();
    await expect(page.getByRole("region", { name: "Assets" })).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
}

test("the timeline and the selection are accessible too", async ({ page, api }) => {
  const { id } = await api.project({ title: "Accessible chair" });
  await page.goto(`/projects?q=accessible&timeline=${id}`);
  await expect(page.getByRole("dialog", { name: "Accessible chair" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("checkbox", { name: "Select Accessible chair" }).check({ force: true });
  await expect(page.getByText("1 selected")).toBeVisible();
  await expectAccessible(page);
});
