import { expect, type Page } from "@playwright/test";

/** The cards on the page, in the order of the list. */
export const cards = (page: Page) => page.getByRole("list", { name: "Assets" }).locator("[data-asset]");

/** The card of an asset by the beginning of its name. */
export const card = (page: Page, title: string) => cards(page).filter({ hasText: title });

/** Opens a place of the gallery and waits for its cards. */
export async function openGallery(page: Page, query = "") {
  await page.goto(`/gallery${query}`);
  await expect(cards(page).first()).toBeVisible();
}

/** The asset nearest to the middle of the window, and where it begins. */
export function seen(page: Page): Promise<{ id: string; top: number }> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("[data-asset]")].map((card) => ({
      id: card.dataset.asset ?? "",
      top: Math.round(card.getBoundingClientRect().top),
    }));
    const middle = window.innerHeight / 2;
    return all.sort((a, b) => Math.abs(a.top - middle) - Math.abs(b.top - middle))[0] ?? { id: "", top: 0 };
  });
}

/** Where the top of a card is in the window, rounded; null if it is not drawn. */
export function topOf(page: Page, id: string): Promise<number | null> {
  return page.evaluate((asset) => {
    const found = document.querySelector(`[data-asset="${asset}"]`);
    return found && Math.round(found.getBoundingClientRect().top);
  }, id);
}

/** Scrolls by a part of the whole list, 0 to 1, and waits for cards there. */
export async function scrollTo(page: Page, part: number) {
  await page.evaluate((to) => window.scrollTo(0, to * document.documentElement.scrollHeight), part);
  await expect(async () => {
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll("[data-asset]")].some((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return top < window.innerHeight && bottom > 0;
      }),
    );
    expect(shown).toBe(true);
  }).toPass();
}

/** Sums up layout shifts from the beginning; read by `shiftOf`. */
export async function watchShift(page: Page) {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const now = Number(document.documentElement.dataset.shift ?? 0);
        document.documentElement.dataset.shift = String(now + (entry as unknown as { value: number }).value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

export const shiftOf = (page: Page) =>
  page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0));
