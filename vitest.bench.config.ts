import { defineConfig } from 'vitest/config'

/** `npm run bench`: what the budgets promise, measured; no part of the tests. */
export default defineConfig({
  test: {
    include: [],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    fileParallelism: false,
    // The modules as Node runs them: Vite's runner puts a getter before every import, which costs more than the planning itself.
    experimental: { viteModuleRunner: false },
  },
})
