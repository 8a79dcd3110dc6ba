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
    // What another process is to do or say comes late on a busy machine.
    expect: { poll: { timeout: 15_000 } },
  },
});
