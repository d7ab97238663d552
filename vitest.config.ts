import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { whyNotOurs } from './tests/support/our-content.ts'
import { Spread } from './tests/support/sequencer.ts'

/** What a built site or a browser is needed for, and the engine. Every other test file under `tests/` is a unit test. */
const OWN_PROJECT = ['tests/oncall/**', 'tests/site/**', 'tests/browser/**']

// Test files are processes, and start some hundred more: each needs half as long where what Node compiles is kept.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('.cache/compiled', import.meta.url))

const notOurs = whyNotOurs()
if (notOurs !== undefined) console.log(`Skipped: tests/our-content/, because ${notOurs}.`)
const OUR_CONTENT = notOurs === undefined ? [] : ['tests/our-content/**']
/** Half of the time of the unit tests is in a few files, which build sites or draw at random: `test:quick` leaves them to CI. */
const SLOW =
  process.env['TEST_SCALE'] === 'quick'
    ? [
        '**/*fuzz.test.ts',
        '**/{limits,one-reading,foreign-folders,editing-mistakes,agreement,changed-random,moves,propose,worst-pages,page-look}.test.ts',
      ]
    : []
/**
 * Unit tests that run as Vite runs them, each in a process of its own: with `vi.spyOn` on what a module exports, which no
 * module of Node lets anybody replace; with `import.meta.env`, which is Vite's; and those that start builds and servers, or
 * draw at random for minutes, whose time is not in reading modules.
 */
const ALONE = [
  'tests/content/check/secrets/unparsed-page.test.ts',
  'tests/calendar/views/external-rota.test.ts',
  'tests/**/*fuzz.test.ts',
  'tests/content/{any-team,read/limits,read/one-reading}.test.ts',
  'tests/content/check/{changed-random,editing-mistakes,foreign-folders,worst-pages}.test.ts',
  'tests/content/prove/{adversary,clock,closed,commands,endless,kept,late,mutants,planted,scope,shell,unnoticed,writers}.test.ts',
  'tests/mcp/{joined,start}.test.ts',
  'tests/our-content/{foreign-figures,plan,reading}.test.ts',
  'tests/scripts/{adopt,build-beside,build-trouble,bundle/build,dev-server,dev-start,init,installing,package}.test.ts',
]
/** Tests of this content that read its built site. */
const OUR_SITE = ['tests/our-content/search.test.ts', 'tests/our-content/claims.test.ts']

/**
 * A machine that is busy with something else makes a test wait for minutes, and one that builds waits for those that build
 * before it; what it asserts is the same. A test of its own with less patience would be the first to fail there.
 */
const PATIENCE = { testTimeout: 600_000, hookTimeout: 600_000 }

/**
 * Files that run one after the other in the same process, as Node runs them: a quarter of their time was reading and compiling
 * the same modules for each of them, and thousands of plans take a third of the time without Vite's module runner. What a test
 * replaces for itself is put back before the next.
 */
const SHARED = {
  isolate: false,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  setupFiles: 'tests/support/put-back.ts',
  experimental: { viteModuleRunner: false },
}

/** `unit`, `alone` and `oncall` need nothing built; `site` reads a built site and `browser` opens it in a real Chromium. */
export default defineConfig({
  test: {
    // All cores: by default one stays free, and of two that is half of the machine.
    maxWorkers: '100%',
    sequence: { sequencer: Spread },
    projects: [
      {
        test: {
          name: 'unit',
          expect: { requireAssertions: true },
          include: ['tests/**/*.test.ts'],
          exclude: [...OWN_PROJECT, ...OUR_SITE, ...OUR_CONTENT, ...SLOW, ...ALONE],
          ...PATIENCE,
          ...SHARED,
        },
      },
      {
        test: {
          name: 'alone',
          expect: { requireAssertions: true },
          include: ALONE,
          exclude: [...OWN_PROJECT, ...OUR_SITE, ...OUR_CONTENT, ...SLOW],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'oncall',
          expect: { requireAssertions: true },
          include: ['tests/oncall/**/*.test.ts'],
          ...PATIENCE,
          ...SHARED,
        },
      },
      {
        test: {
          name: 'site',
          expect: { requireAssertions: true },
          include: ['tests/site/**/*.test.ts', ...OUR_SITE],
          exclude: OUR_CONTENT,
          globalSetup: 'tests/support/built-sites.ts',
          setupFiles: 'tests/support/wait-for-sites.ts',
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'browser',
          // What a page does once it can is what a test waits for, however busy the machine is.
          expect: { requireAssertions: true, poll: { timeout: 120_000 } },
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/built-sites.ts', 'tests/support/one-browser.ts'],
          setupFiles: 'tests/support/wait-for-sites.ts',
          ...PATIENCE,
          // One browser at a time: two of them on two cores make each other wait for longer than tests do.
          fileParallelism: false,
        },
      },
    ],
  },
})
