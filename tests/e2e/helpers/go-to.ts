/** Opens a screen of the running app by its address. */
import type { Page } from '@playwright/test';

/** Resolves once the screen of this address has taken the place of the one before; its data may still be on their way. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((route) => {
    location.hash = `#${route}`;
  }, path);
  await page.waitForFunction(() => document.documentElement.dataset['address'] === location.hash.slice(1));
}
