import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{engine,server,models,fixtures,bench,test}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './test/support/summary-reporter.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
