import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import type axe from "axe-core";
import { Api } from "./api";
import { type Server, startServer } from "./server";

interface Fixtures {
  api: Api;
  /** Fails the test at its end if the page logged an error, broke its security policy, or asked another host. */
  clean: undefined;
}

interface WorkerFixtures {
  server: Server;
}

/** The test function of all end-to-end tests: each worker has a server of its own, and each test a page that must stay clean. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  api: async ({ request }, use) => use(new Api(request)),
  baseURL: async ({ server }, use) => use(server.url),
  clean: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => {
        const aborted = message.text().startsWith("Failed to load resource");
        if (message.type() === "error" && !aborted) faults.push(message.text());
      });
      page.on("request", (request) => {
        if (new URL(request.url()).hostname !== "127.0.0.1")
          faults.push(`asked another host: ${request.url()}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Requires that axe finds nothing serious on the page as it is, in both themes. */
export async function expectAccessible(page: Page) {
  const source = await axeSource;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== "running"));
    const present = await page.evaluate(() => "axe" in window);
    // Through the debugger, since the page's policy rightly refuses an injected script.
    if (!present)
      await (await page.context().newCDPSession(page)).send("Runtime.evaluate", { expression: source });
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        // Menus and messages float over the page, outside its landmarks.
        rules: { region: { enabled: false } },
      });
      return violations.map(
        ({ id, impact, nodes }) =>
          `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join("\n")}`,
      );
    });
    expect(found, colorScheme).toEqual([]);
  }
}
