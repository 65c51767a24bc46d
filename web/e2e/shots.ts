import { fileURLToPath } from "node:url";
import { type Page, test } from "@playwright/test";
import { Api } from "./api";
import { startServer } from "./server";

interface Studio {
  page: Page;
  api: Api;
  /** Opens an address, waits until it shows what it shall, and takes its picture. */
  shot: (name: string, address: string, ready: () => Promise<unknown>) => Promise<void>;
}

const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));

/** Takes pictures at the widths of a phone, a tablet and a desk, light and dark, into `screenshots/<screen>/`; a server each. */
export function shots(screen: string, ...given: [Record<string, string>, Session] | [Session]) {
  const [settings, session] = given.length === 2 ? given : [{}, given[0]];
  for (const width of [360, 768, 1440]) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`${screen} at ${width} pixels, ${colorScheme}`, async ({ browser }) => {
        test.setTimeout(120_000);
        const server = await startServer(settings);
        const page = await browser.newPage({
          baseURL: server.url,
          colorScheme,
          reducedMotion: "reduce",
          locale: "en-GB",
          timezoneId: "Europe/Lisbon",
          viewport: { width, height: width < 500 ? 780 : 900 },
          deviceScaleFactor: 2,
        });
        async function shot(name: string, address: string, ready: () => Promise<unknown>) {
          await page.goto(address);
          await ready();
          await page.screenshot({ path: `${folder}${screen}/${name}-${width}-${colorScheme}.png` });
        }
        await session({ page, api: new Api(page.request), shot });
        await page.close();
        await server.stop();
      });
    }
  }
}

type Session = (studio: Studio) => Promise<void>;
