import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Debian's Chromium, unless the environment names another. */
const chromium = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

export default defineConfig({
  outputDir: "e2e/results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // What fails once and passes then is printed as flaky: a browser on a busy machine is not a verdict.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Lisbon",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "e2e", testDir: "e2e", testMatch: "*.spec.ts" },
    { name: "screenshots", testDir: "e2e", testMatch: "*.shots.ts" },
  ],
});
