/** Unit, service, migration and security tests run in Node; the real windows are Playwright's. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,service,migrations,security}/**/*.test.ts', 'tests/{unit,service,migrations,security}/**/*.test.tsx'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
