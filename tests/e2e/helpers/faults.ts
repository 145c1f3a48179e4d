/** Accessibility as axe judges it, once a screen has come to rest. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Resolves once the screen shown is that of its address, nothing is being loaded and nothing moves. What announces (a region
 * that waits for words) may stay; what loads names itself or is the bare shape of what comes.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { address } = document.documentElement.dataset;
    return (
      (address === undefined || address === (location.hash.slice(1) || '/')) &&
      document.querySelector('[role="status"][aria-label], .mantine-Skeleton-root') === null &&
      document.getAnimations().length === 0
    );
  });
}

/** Every fault is named, not only the first. `part` narrows it to what lies before a dimmed page, whose colours are not those one reads. */
export async function noFaults(page: Page, where: string, part = 'html'): Promise<void> {
  await settled(page);
  // The way that works without a second page, which the app refuses to open.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(part).analyze();
  expect
    .soft(
      violations.map(
        (one) =>
          `${where} ${one.id}: ${one.nodes
            .map((node) => node.target.join(' '))
            .slice(0, 5)
            .join(', ')}`,
      ),
    )
    .toEqual([]);
}
