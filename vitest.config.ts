import { defineConfig } from 'vitest/config'

/** What a built site or a browser is needed for, and the engine. Every other test file under `tests/` is a unit test. */
const OWN_PROJECT = ['tests/oncall/**', 'tests/site/**', 'tests/browser/**']

/** `unit` needs nothing built; `site` reads a built site and `browser` opens it in a real Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: OWN_PROJECT,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'oncall',
          include: ['tests/oncall/**/*.test.ts'],
          testTimeout: 60_000,
          // The engine as Node runs it: thousands of plans take a third of the time without Vite's module runner.
          experimental: { viteModuleRunner: false },
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/support/built-sites.ts',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/support/built-sites.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One browser at a time: two cores, and a clock that tests set.
          fileParallelism: false,
        },
      },
    ],
  },
})
