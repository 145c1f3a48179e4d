/** Unit, service, migration and security tests run in Node; the real windows are Playwright's. */
import { defineConfig } from 'vitest/config';
import { chooseSeed } from './tests/factories/seed.ts';

chooseSeed();

export default defineConfig({
  test: {
    include: [
      'tests/{unit,service,migrations,security}/**/*.test.ts',
      'tests/{unit,service,migrations,security}/**/*.test.tsx',
    ],
    globalSetup: 'tests/factories/seed.ts',
    pool: 'forks',
    maxWorkers: 2,
    // Files share a process, so the sources are read once, not sixty times: every test has a workspace of its own, and puts back what it bends.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
