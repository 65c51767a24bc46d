import { expect } from "@playwright/test";
import { shots } from "./shots";

shots("settings", async ({ shot, page }) => {
  const headers = { "Content-Type": "application/merge-patch+json" };
  const change = (data: object) => page.request.patch("/api/v1/user/settings", { data, headers });
  await change({
    profile: { display_name: "Ana Duarte", timezone: "Europe/Lisbon" },
    ai_preferences: { tone: "luxury" },
  });
  await change({
    integrations: { shopify: { status: "connected", account: "ana-store" }, tiktok: { status: "connected" } },
  });
  await change({ integrations: { tiktok: { status: "expired", reason: "token_expired" } } });
  const name = page.getByRole("textbox", { name: "Name" });
  const save = page.getByRole("button", { name: "Save changes" });

  await shot("profile", "/settings", () => expect(name).toHaveValue("Ana Duarte"));
  for (const section of ["ai", "integrations", "history"]) {
    await shot(section, `/settings#${section}`, () => expect(name).toBeAttached());
  }
  await shot("zones", "/settings", async () => {
    await page.getByRole("combobox", { name: "Time zone" }).fill("new");
    await expect(page.getByRole("option").first()).toBeVisible();
  });
  await shot("mistakes", "/settings", async () => {
    await page.getByRole("textbox", { name: "Avatar" }).fill("http://example.com");
    await save.click();
    await expect(page.getByText("1 field needs another look")).toBeVisible();
  });
  await shot("conflict", "/settings", async () => {
    await name.fill("Ana D.");
    await change({ profile: { display_name: "Ana Maria Duarte" } });
    await save.click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });
});
