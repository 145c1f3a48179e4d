/** End-to-end tests: the built app in a real Electron, one at a time, a fresh profile each. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  fullyParallel: false,
  // A test that passes only the second time hides a race, in itself or in the product.
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // Pictures that someone has looked at; how they are taken is in helpers/picture.ts.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  outputDir: 'test-results',
  reporter: 'list',
});
