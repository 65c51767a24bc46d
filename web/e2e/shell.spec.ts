import { startServer } from "./server";
import { expect, expectAccessible, test } from "./test";

test("the script of the first load is at most 200 KB compressed", async ({ page }) => {
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set<string>();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto("/projects");
  await expect(page.getByRole("link", { name: "Gallery" }).first()).toBeVisible();
  await expect(page.getByText(/^\d+ projects$/)).toBeVisible();
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(200 * 1024);
});

test("the four screens are one click away, and each has its title", async ({ page }) => {
  await page.goto("/projects");
  for (const [link, title] of [
    ["Gallery", "Gallery"],
    ["Insights", "Insights"],
    ["Settings", "Settings"],
    ["Projects", "Recent projects"],
  ] as const) {
    await page.getByRole("navigation").getByRole("link", { name: link }).first().click();
    await expect(page).toHaveTitle(`${title} – Vitrine`);
  }
});

test("the sidebar names the three newest projects, also away from them", async ({ page, api }) => {
  await api.projects("Newest", 3);
  await page.goto("/settings");
  const recent = page.getByRole("region", { name: "Recent" }).getByRole("link");
  await expect(recent).toHaveText(["Newest 3", "Newest 2", "Newest 1"]);
  await api.project({ title: "Newer still" });
  await expect(recent).toHaveText(["Newer still", "Newest 3", "Newest 2"]);
  await recent.first().click();
  await expect(page.getByRole("heading", { name: "Newer still" })).toBeVisible();
});

test("who is signed in, and that everybody is in dev mode, is said", async ({ page }) => {
  await page.goto("/projects");
  await expect(page.getByText("demo@vitrine.example").first()).toBeVisible();
  await expect(page.getByText("Dev mode").first()).toBeVisible();
});

test("a theme that was chosen stays, and is there before the first paint", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/projects");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole("button", { name: "Account and theme" }).first().click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload({ waitUntil: "commit" });
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  await expect.poll(ground).toBe(dark);
});

test("the content is one key away for those who use the keyboard", async ({ page }) => {
  await page.goto("/projects");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});

test("a session that ended is said once, and goes on where it was", async ({ page, context }) => {
  await page.goto("/projects");
  await expect(page.getByText(/^\d+ projects$/)).toBeVisible();
  let ended = true;
  await context.route("**/api/v1/**", (route) =>
    ended
      ? route.fulfill({
          status: 401,
          contentType: "application/problem+json",
          body: JSON.stringify({
            type: "/problems/unauthorized",
            title: "Who are you?",
            status: 401,
            detail: "No token.",
          }),
        })
      : route.fallback(),
  );
  const typed = page.getByRole("textbox", { name: "Search projects" });
  await typed.fill("half a wor");
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await expectAccessible(page);
  const [popup] = await Promise.all([
    context.waitForEvent("page"),
    page
      .getByRole("button", { name: "Sign in again" })
      .click()
      .then(() => {
        ended = false;
      }),
  ]);
  await expect.poll(() => popup.isClosed()).toBe(true);
  await expect(page.getByText("Your session has ended.")).toBeHidden();
  await expect(typed).toHaveValue("half a wor");
});

test("what is on screen stays while the server is away, and moves again when it is back", async ({
  page,
}) => {
  const own = await startServer();
  const port = new URL(own.url).port;
  await page.goto(`${own.url}/projects`);
  const first = page.getByRole("list", { name: "Projects" }).getByRole("link").first();
  const title = await first.textContent();
  await own.stop();
  await expect(page.getByText("The server cannot be reached.")).toBeVisible();
  await expect(first).toHaveText(title ?? "");
  await expectAccessible(page);
  const again = await startServer({ VITRINE_ADDR: `127.0.0.1:${port}` });
  await expect(page.getByText("The server cannot be reached.")).toBeHidden();
  await page.request.post(`${again.url}/api/v1/projects`, { data: { title: "After the storm" } });
  await expect(first).toHaveText("After the storm");
  await again.stop();
});
