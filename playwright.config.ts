/** End-to-end tests: the built app in a real Electron, one at a time, a fresh profile each. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  fullyParallel: false,
  // Once more for what a busy machine broke: a test that needed it is named as flaky at the end of the run.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  reporter: 'list',
});
