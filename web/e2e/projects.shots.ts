import { expect } from "@playwright/test";
import { shots } from "./shots";

shots("projects", async ({ shot, page, api }) => {
  const rows = page.getByRole("list", { name: "Projects" }).getByRole("link");

  await shot("list", "/projects", () => expect(rows.first()).toBeVisible());
  await shot("filter", "/projects", async () => {
    await page.getByRole("button", { name: "Status" }).click();
    await expect(page.getByRole("menuitemcheckbox").first()).toBeVisible();
  });
  await shot("menu", "/projects", () =>
    page
      .getByRole("button", { name: /^Actions for/ })
      .nth(1)
      .click(),
  );
  await shot("selection", "/projects", async () => {
    await expect(rows.first()).toBeVisible();
    await rows.nth(1).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
  });
  await shot("rename", "/projects", async () => {
    await rows.nth(1).focus();
    await page.keyboard.press("F2");
  });
  await shot("deleted", "/projects?status=cancelled", async () => {
    await rows.first().focus();
    await page.keyboard.press("Delete");
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  });
  await shot("nothing-matches", "/projects?q=nosuchthing", () =>
    expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible(),
  );
  await shot("trash", "/projects?trashed=true", () => expect(rows.first()).toBeVisible());

  const [running] = await api.find("status=running&limit=1");
  const [failed] = await api.find("status=failed&limit=1");
  await shot("timeline", `/projects?timeline=${failed?.id}`, () =>
    expect(page.getByRole("dialog")).toBeVisible(),
  );
  await shot("project", `/projects/${running?.id}`, () =>
    expect(page.getByRole("region", { name: "Assets" })).toBeVisible(),
  );
  await shot("not-found", "/projects/019ab3c4-7a5e-7c11-8f2e-0d9c5b7a1e01", () =>
    expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible(),
  );

  await page.route("**/api/v1/projects?*", (route) => route.abort());
  await shot("failed", "/projects", () =>
    expect(page.getByRole("button", { name: "Try again" })).toBeVisible(),
  );
  await page.unroute("**/api/v1/projects?*");
  await page.route("**/api/v1/projects?*", () => {
    // Never answered: the list goes on loading.
  });
  await shot("loading", "/projects", () =>
    expect(page.getByRole("status", { name: "Loading" })).toBeVisible(),
  );
});

shots("projects-empty", { VITRINE_DEMO: "false" }, async ({ shot, page }) => {
  await shot("nothing-yet", "/projects", () =>
    expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible(),
  );
});
