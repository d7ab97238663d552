import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type AstroIntegration } from 'astro'
import { getContent } from '../../src/content/facts/entries.ts'
import type { Content } from '../../src/content/read/load.ts'
import { contentRevision } from '../../src/content/read/revision.ts'
import { ADDRESS } from '../../src/site/address.ts'
import { ENGINE, type Folders } from '../../src/site/build/folders.ts'
import { forwardPages, writeForwardPages } from '../../src/site/build/forward-pages.ts'
import { writeHostFiles } from '../../src/site/build/host-files.ts'
import { startMarkdownPages } from '../../src/site/build/markdown/write.ts'
import { pageStream } from '../../src/site/build/page-stream.ts'
import { copyOfferedFiles } from '../../src/site/build/offered-files.ts'
import { putInPlace } from '../../src/site/build/put-in-place.ts'
import { SiteTree } from '../../src/site/build/site-tree.ts'
import { withoutColors } from '../../src/site/build/without-colors.ts'
import { writeWorker } from '../../src/site/build/write-worker.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'
import { CONTENT_HASH_FILE, TEXT_HASHES_FILE } from '../../src/search/index/settings.ts'
import { startIndex } from '../../src/search/index/build-index.ts'
import { textHashes } from '../../src/search/index/text-hashes.ts'
import type { CheckBeside } from './check-beside.ts'
import { forgetModules } from './forget-modules.ts'
import { codeHash, forgetBuild } from './last-build.ts'
import { indexOptions } from '../../src/search/index/options.ts'

/**
 * Builds the site and its search index, then puts it in the place of the last one: a failed build changes nothing.
 *
 * @param hash of the content folder, from before it was read: a search that finds another one does not trust the index
 * @param check of the content, which may still be under way: nothing is put in place before it has passed
 * @throws Error where the check finds a mistake, as soon as that is known
 */
export async function buildSite(
  content: Content,
  hash: string,
  folders: Folders,
  check: CheckBeside,
): Promise<{ indexed: number }> {
  const { site, work, cache, hosting } = folders
  process.env['NODE_ENV'] = 'production'
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const next = `${work}/next`
  for (const folder of [work, cache, path.dirname(site)]) await tryToWrite(folder)
  // What a build that was killed left behind is none of this one.
  await rm(next, { recursive: true, force: true })
  await forgetRendered(content, cache)
  await forgetModules()
  // The site before the last one is brought up to date, and changes places with the last one.
  const tree = new SiteTree(`${work}/tree`)
  const index = await startIndex(indexOptions(content))
  const markdown = startMarkdownPages(content, ADDRESS, tree, { cache: path.join(cache, 'markdown') })
  let indexed: number
  try {
    const pages = pageStream(ADDRESS.base, {
      take(file, html) {
        check.stopIfBad()
        const plain = withoutColors(html)
        index.add(file, plain)
        markdown.add(file, plain)
      },
      write(file, html) {
        tree.put(file, html)
      },
    })
    const stops: AstroIntegration = {
      name: 'check-beside',
      hooks: { 'astro:build:start': check.stopIfBad, 'astro:build:setup': check.stopIfBad },
    }
    const integrations = [pages, stops]
    await build({ root: ENGINE, outDir: next, cacheDir: cache, logLevel: 'warn', integrations })
    // While the last pages are still read and converted.
    writeForwardPages(tree, forwardPages(content, ADDRESS))
    indexed = await index.write(next)
    await markdown.finish()
  } finally {
    await index.close()
    await markdown.close()
  }
  await check.result
  check.stopIfBad()
  // From here on, what readers and hosts get may be another site than the last build has noted.
  forgetBuild(folders)
  await writeFile(path.join(next, INDEX_FOLDER, CONTENT_HASH_FILE), `${hash}\n`)
  await writeFile(path.join(next, INDEX_FOLDER, TEXT_HASHES_FILE), JSON.stringify(textHashes(content)))
  await copyOfferedFiles(content, next)
  await writeHostFiles(next, hosting, ADDRESS.base)
  tree.take(next)
  tree.finish()
  await writeWorker(tree.folder, {
    base: ADDRESS.base,
    offline: isOffline(content),
    revision: contentRevision(content.root),
    issues: getContent().bySeverity.map(({ id }) => id),
  })
  await rm(next, { recursive: true, force: true })
  putInPlace(tree.folder, folders)
  return { indexed }
}

/** Fails here, in words, rather than deep inside of Astro, which would end the process. */
async function tryToWrite(folder: string): Promise<void> {
  const file = path.join(folder, `.writable-${String(process.pid)}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(file, 'x')
    await rm(file)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw error
    throw new Error(`${folder} (${code})`, { cause: error })
  }
}

/** Whether the site may be kept on devices; it may where `site.yaml` does not say `offline: false`. */
function isOffline({ site }: Content): boolean {
  return site?.data.offline !== false
}

/**
 * Astro keeps what it read and rendered until a file of the content changes; it does not see that the code has, or what
 * `site.yaml` says of the repository that entries link to. And the modules of the entries that it keeps lie in one place,
 * `.astro/`, whichever content was built last. Where any of these differs, what is kept is forgotten.
 */
async function forgetRendered(content: Content, cache: string): Promise<void> {
  const facts = [process.version, content.root, path.resolve(cache), content.site?.text ?? '', codeOrNone()]
  const version = createHash('sha256').update(facts.join('\0')).digest('hex')
  const note = path.join(ENGINE, '.astro/kept-for')
  if ((await readFile(note, 'utf8').catch(() => '')) === version) return
  await rm(cache, { recursive: true, force: true })
  await mkdir(cache, { recursive: true })
  await mkdir(path.dirname(note), { recursive: true })
  await writeFile(note, version)
}

/** Where nothing says which packages are installed, what was made with them is not known to be the same. */
function codeOrNone(): string {
  try {
    return codeHash()
  } catch {
    return randomUUID()
  }
}
