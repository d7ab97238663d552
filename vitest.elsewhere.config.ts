import { defineConfig } from 'vitest/config'

/** The tests whose outcome depends on the content of the checkout, for `npm run test:elsewhere`: see that tool. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          expect: { requireAssertions: true },
          include: ['tests/house/**/*.test.ts', 'tests/content/edit/json-schemas.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'site',
          expect: { requireAssertions: true },
          include: ['links', 'html', 'weight', 'markdown-pages'].map((name) => `tests/site/${name}.test.ts`),
          globalSetup: 'tests/support/built-sites.ts',
          setupFiles: 'tests/support/wait-for-sites.ts',
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
