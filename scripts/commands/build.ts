import { checkContent } from '../../src/content/check/check.ts'
import { pictureFindings } from '../../src/content/check/pictures.ts'
import type { Content } from '../../src/content/read/load.ts'
import { contentStore } from '../../src/content/read/store.ts'
import { reportText } from '../../src/content/check/reporters/text.ts'
import { printableLines } from '../../src/text/printable.ts'
import { buildDate } from '../../src/site/build-date.ts'
import { buildFailure } from '../lib/build-failure.ts'
import { lockBuild } from '../lib/build-lock.ts'
import { buildSite } from '../lib/build-site.ts'
import { BUILD_LOCK, FOLDERS, type Folders } from '../../src/site/build/folders.ts'
import { command } from '../lib/command.ts'

export const build = command({
  name: 'build',
  summary: 'checks the content, then builds the site and its search index',
  usage: 'npm run build',
  about:
    'Checks the content, then builds the site and its search index in dist/. A failed build leaves the last good one in place.',
  options: {},
  exits: { 0: 'built', 1: 'the content has a mistake or the build failed' },
  example: 'SITE_URL=https://example.com BASE_PATH=/runbooks npm run build',
  async run() {
    return (await runBuild()) === 0 ? 0 : 1
  },
})

/**
 * Checks the content, then builds the site and its search index.
 *
 * @returns the exit code: 1 where the content has mistakes or the build fails, with the last good build left in place
 */
export async function runBuild(folders: Folders = FOLDERS): Promise<number> {
  const started = performance.now()
  const content = contentStore().read()
  if (!(await checkBeforeBuild(content))) {
    console.error('\nNothing was built: dist/ is the last good build.')
    return 1
  }
  let release: (() => void) | undefined
  try {
    release = await lockBuild(BUILD_LOCK, {
      say: (sentence) => {
        console.log(sentence)
      },
    })
    const { indexed } = await buildSite(content, folders)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`Built the site in ${seconds} s; the search index holds ${String(indexed)} pages.`)
    return 0
  } catch (error) {
    // What a bundler says of a file repeats what is in it.
    console.error(`The build failed: ${printableLines(buildFailure(error, Object.values(folders)))}`)
    console.error('dist/ is the last good build.')
    return 1
  } finally {
    release?.()
  }
}

/** Astro's own messages stop at the first bad file and have no line: nothing with a mistake may reach it. */
async function checkBeforeBuild(content: Content): Promise<boolean> {
  const findings = [...checkContent(content, { today: buildDate }), ...(await pictureFindings(content))]
  if (findings.length > 0) console.error(reportText(findings))
  return findings.every(({ severity }) => severity !== 'error')
}
