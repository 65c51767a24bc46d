import { expect } from "@playwright/test";
import { cards } from "./gallery";
import { shots } from "./shots";

shots("gallery", async ({ shot, page }) => {
  const drawn = () => expect(cards(page).nth(5)).toBeAttached();
  const settled = () =>
    page.waitForFunction(() => [...document.querySelectorAll("img")].every((image) => image.complete));

  await shot("grid", "/gallery", async () => {
    await drawn();
    await settled();
  });
  await shot("search", "/gallery?q=lampp", async () => {
    await drawn();
    await settled();
  });
  await shot("copy", "/gallery?type=text", drawn);
  await shot("filter", "/gallery", async () => {
    await drawn();
    await page.getByRole("button", { name: "Tag", exact: true }).click();
    await expect(page.getByRole("menuitemcheckbox").first()).toBeVisible();
  });
  await shot("selection", "/gallery", async () => {
    await drawn();
    await page.getByRole("button", { name: "Select", exact: true }).click();
    for (const at of [0, 1, 3]) await cards(page).nth(at).getByRole("link").click();
    await settled();
  });
  for (const type of ["image", "video", "text"]) {
    await shot(`detail-${type}`, `/gallery?type=${type}`, async () => {
      await drawn();
      await cards(page).first().getByRole("link").click();
      await expect(page.getByRole("dialog").getByRole("heading", { level: 2 })).toBeVisible();
      await settled();
    });
  }
  await shot("end", "/gallery", async () => {
    await drawn();
    await cards(page).first().getByRole("link").focus();
    await page.keyboard.press("End");
    await expect(page.getByText("That is all")).toBeInViewport();
    await settled();
  });
  await shot("loading", "/gallery", async () => {
    await page.route("**/api/v1/assets?*", () => {
      // Never answered, so that the next visit waits.
    });
    await page.reload();
    await expect(page.getByRole("list", { name: "Assets" })).toBeAttached();
  });
  await page.unrouteAll();
  await shot("nothing-matches", "/gallery?q=nosuchthing", () =>
    expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible(),
  );
  await shot("failed", "/gallery", async () => {
    await page.route("**/api/v1/assets?*", (route) => route.fulfill({ status: 500, body: "" }));
    await page.goto("/gallery?favorite=true");
    await expect(page.getByRole("alert")).toBeVisible();
  });
});

shots("gallery-none", { VITRINE_DEMO: "false" }, async ({ shot, page }) => {
  await shot("nothing-yet", "/gallery", () =>
    expect(page.getByRole("heading", { name: "No assets yet" })).toBeVisible(),
  );
});
