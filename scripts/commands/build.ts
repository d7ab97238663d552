import { existsSync, rmSync } from 'node:fs'
import { contentHash } from '../../src/content/read/content-hash.ts'
import { contentRoot } from '../../src/content/read/load.ts'
import { contentStore } from '../../src/content/read/store.ts'
import { printableLines } from '../../src/text/printable.ts'
import { buildDate } from '../../src/site/build-date.ts'
import { buildFailure } from '../lib/build-failure.ts'
import { calledAs } from '../lib/called-as.ts'
import { checkBeside } from '../lib/check-beside.ts'
import { holdOutput } from '../lib/held-output.ts'
import { beginToKeep, endKeeping } from '../lib/keep.ts'
import { lockBuild } from '../lib/build-lock.ts'
import { BUILD_LOCK, FOLDERS, type Folders } from '../../src/site/build/folders.ts'
import { putBack } from '../../src/site/build/put-in-place.ts'
import { command } from '../lib/command.ts'
import { inputsHash, lastBuild, noteBuild } from '../lib/last-build.ts'

export const build = command({
  name: 'build',
  summary: 'checks the content, then builds the site and its search index',
  usage: 'npm run build',
  about:
    'Checks the content, then builds the site and its search index in dist/. Where the build fails, the last good site stays in dist/. Where nothing has changed since the last build, nothing is made again.',
  options: {
    anew: { type: 'boolean', says: 'Forgets what earlier builds have left, and makes everything again.' },
  },
  exits: { 0: 'built', 1: 'the content has a mistake or the build failed' },
  example: 'SITE_URL=https://example.com BASE_PATH=/runbooks npm run build',
  async run({ values }) {
    return (await runBuild({ anew: values.anew === true })) === 0 ? 0 : 1
  },
})

/**
 * Checks the content, then builds the site and its search index. Where the last build was made of the same, it stays.
 *
 * @returns the exit code: 1 where the content has mistakes or the build fails, with the last good build left in place
 */
export async function runBuild({ anew = false, folders = FOLDERS }: BuildOptions = {}): Promise<number> {
  let release: (() => void) | undefined
  try {
    // Before anything is read: what was saved while another build was waited for is built too, and all from one state.
    release = await lockBuild(BUILD_LOCK, {
      say: (sentence) => {
        console.log(sentence)
      },
    })
    putBack(folders)
    return await buildInTurn(folders, anew)
  } catch (error) {
    // What a bundler says of a file repeats what is in it.
    console.error(`The build failed: ${printableLines(buildFailure(error, Object.values(folders)))}`)
    if (existsSync(folders.site)) console.error(LAST_GOOD)
    return 1
  } finally {
    endKeeping()
    release?.()
  }
}

const LAST_GOOD = 'dist/ is the last good build.'

async function buildInTurn(folders: Folders, anew: boolean): Promise<number> {
  const started = performance.now()
  // Before the content is read: what is saved from now on is not taken for what was built.
  const root = contentRoot()
  const inputs = inputsHash(root)
  const last = anew || inputs === undefined ? undefined : lastBuild(folders, inputs)
  if (last) {
    if (last.report !== '') console.error(last.report)
    console.log(
      `Nothing has changed since the last build: its search index holds ${String(last.indexed)} pages.`,
    )
    return 0
  }
  if (anew) rmSync(folders.kept, { recursive: true, force: true })
  beginToKeep(root, folders)
  const hash = contentHash(root)
  const content = contentStore().read()
  const check = await checkBeside(content, buildDate)
  const output = holdOutput()
  const heard = check.result.then(
    ({ report, isGood }) => {
      const say = () => {
        if (report !== '') console.error(calledAs(report))
      }
      if (isGood) output.release(say)
      else output.drop(say)
    },
    // Said at the end, as what has failed; a builder that was stopped for it has nothing to add.
    () => {
      output.drop(() => undefined)
    },
  )
  let indexed: number
  try {
    check.stopIfBad()
    if (anew)
      for (const folder of [folders.cache, folders.work]) rmSync(folder, { recursive: true, force: true })
    const { buildSite } = await import('../lib/build-site.ts')
    ;({ indexed } = await buildSite({ content, hash, folders, check, anew }))
  } catch (error) {
    // What a builder says of a page with a mistake is not what is wrong: the check says it, with line and column.
    const { isGood } = await check.result
    if (isGood) throw error
    await heard
    output.release()
    console.error(`\nNothing was built${existsSync(folders.site) ? `: ${LAST_GOOD}` : '.'}`)
    return 1
  } finally {
    output.release()
    check.end()
  }
  const report = calledAs((await check.result).report)
  if (inputs !== undefined) noteBuild(folders, { inputs, indexed, report }, root)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`Built the site in ${seconds} s; the search index holds ${String(indexed)} pages.`)
  return 0
}

interface BuildOptions {
  /** Whether what earlier builds have left is forgotten. */
  anew?: boolean
  folders?: Folders
}
