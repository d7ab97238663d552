import { defineConfig } from 'vitest/config'

/** Fast tests need nothing built; `site` reads a built site and `browser` opens it in a real Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{oncall,content,scripts,client,runbooks,feeds,publishing,diff}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
