import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { AstroIntegration, AstroPrerenderer } from 'astro'
import { makeHtml } from '../../src/content/astro/built.ts'
import { getContent } from '../../src/content/facts/entries.ts'
import type { Content } from '../../src/content/read/load.ts'
import { contentRevision } from '../../src/content/read/revision.ts'
import { ADDRESS } from '../../src/site/address.ts'
import { BUNDLES, ENGINE, type Folders } from '../../src/site/build/folders.ts'
import { forwardPages, writeForwardPages } from '../../src/site/build/forward-pages.ts'
import { writeHostFiles } from '../../src/site/build/host-files.ts'
import { startMarkdownPages } from '../../src/site/build/markdown/write.ts'
import { pageStream, type PageTakers } from '../../src/site/build/page-stream.ts'
import { copyOfferedFiles } from '../../src/site/build/offered-files.ts'
import { putInPlace } from '../../src/site/build/put-in-place.ts'
import { SiteTree } from '../../src/site/build/site-tree.ts'
import { withoutColors } from '../../src/site/build/without-colors.ts'
import { writeWorker } from '../../src/site/build/write-worker.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'
import { CONTENT_HASH_FILE, TEXT_HASHES_FILE } from '../../src/search/index/settings.ts'
import { startIndex } from '../../src/search/index/build-index.ts'
import { textHashes } from '../../src/search/index/text-hashes.ts'
import { BundleCapture } from './bundle/capture.ts'
import { KeptBundles } from './bundle/kept-bundles.ts'
import { hasOtherModules, ownBundleKey } from './bundle/key.ts'
import { BundleFailure, renderBundle } from './bundle/render.ts'
import type { CheckBeside } from './check-beside.ts'
import { forgetModules } from './forget-modules.ts'
import { codeHash, forgetBuild } from './last-build.ts'
import { pageRenderer } from './site-markdown.ts'
import { writeSitemap } from './write-sitemap.ts'
import { indexOptions } from '../../src/search/index/options.ts'

interface Build {
  content: Content
  /** The hash of the content folder, from before it was read: a search that finds another one does not trust the index. */
  hash: string
  folders: Folders
  /** It may still be under way: nothing is put in place before it has passed. */
  check: CheckBeside
  /** Whether what earlier builds have left is forgotten. */
  anew: boolean
}

/**
 * Builds the site and its search index, then puts it in the place of the last one: a failed build changes nothing.
 *
 * @throws Error where the check finds a mistake, as soon as that is known
 */
export async function buildSite({
  content,
  hash,
  folders,
  check,
  anew,
}: Build): Promise<{ indexed: number }> {
  const { site, work, cache, hosting } = folders
  process.env['NODE_ENV'] = 'production'
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const next = `${work}/next`
  for (const folder of [work, cache, path.dirname(site)]) await tryToWrite(folder)
  const code = codeOrNone()
  const version = versionOf(content, cache, code)
  await forgetOthers(cache, version)
  await makeHtml(content, {
    render: await pageRenderer(content.root),
    folder: path.join(cache, 'html'),
    version,
  })
  // The site before the last one is brought up to date, and changes places with the last one.
  const tree = new SiteTree(`${work}/tree`)
  const bundles = new KeptBundles(BUNDLES)
  const key = ownBundleKey(content, code)
  const kept = anew || key === undefined ? undefined : bundles.find(key)
  const made = { content, tree, next, cache, check }
  const fromKept =
    kept &&
    (await makePages(made, (takers) => renderBundle(kept, next, ADDRESS, takers)).catch((error: unknown) => {
      check.stopIfBad()
      if (!(error instanceof BundleFailure)) throw error
      // Astro says what is wrong with a page, where it is the page; a bundle that does not work is made anew.
      if (key !== undefined) bundles.forget(key)
      return undefined
    }))
  const capture = new BundleCapture(bundles, next)
  let indexed: number
  try {
    indexed =
      fromKept ??
      (await makePages(made, async (takers) => {
        await forgetRead(cache, version)
        await forgetModules()
        await renderAnew(made, takers, capture)
      }))
    await check.result
    check.stopIfBad()
    if (key !== undefined && !hasOtherModules(content) && codeOrNone() === code) capture.keep(key)
  } finally {
    capture.drop()
  }
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

interface Made {
  content: Content
  tree: SiteTree
  /** Where whatever is not a page is made. */
  next: string
  cache: string
  check: CheckBeside
}

/** Renders all pages, and indexes and converts them meanwhile. Gives the number of pages in the index. */
async function makePages(
  { content, tree, next, cache, check }: Made,
  render: (takers: PageTakers) => Promise<void>,
): Promise<number> {
  // What a build that was killed left behind is none of this one.
  await rm(next, { recursive: true, force: true })
  const index = await startIndex(indexOptions(content))
  const markdown = startMarkdownPages(content, ADDRESS, tree, { cache: path.join(cache, 'markdown') })
  const pages: string[] = []
  try {
    await render({
      take(file, html) {
        check.stopIfBad()
        pages.push(file)
        const plain = withoutColors(html)
        index.add(file, plain)
        markdown.add(file, plain)
      },
      write(file, html) {
        tree.put(file, html)
      },
    })
    await writeSitemap(next, pages, content, ADDRESS)
    // While the last pages are still read and converted.
    writeForwardPages(tree, forwardPages(content, ADDRESS))
    const indexed = await index.write(next)
    await markdown.finish()
    return indexed
  } finally {
    await index.close()
    await markdown.close()
  }
}

/** Has Astro bundle the code and the modules of the content, and render all pages. */
async function renderAnew(
  { next, cache, check }: Made,
  takers: PageTakers,
  capture: BundleCapture,
): Promise<void> {
  const { build } = await import('astro')
  const pages = pageStream(ADDRESS.base, takers, (prerenderer: AstroPrerenderer) => {
    capture.take(prerenderer)
  })
  const stops: AstroIntegration = {
    name: 'check-beside',
    hooks: { 'astro:build:start': check.stopIfBad, 'astro:build:setup': check.stopIfBad },
  }
  const integrations = [pages, stops, capture.integration]
  await build({ root: ENGINE, outDir: next, cacheDir: cache, logLevel: 'warn', integrations })
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
 * What decides how a page of the content is rendered, beside the page: the code, the packages, the address, and what `site.yaml`
 * says of the repository that entries link to.
 */
function versionOf(content: Content, cache: string, code: string): string {
  const facts = [
    process.version,
    content.root,
    path.resolve(cache),
    content.site?.text ?? '',
    code,
    ADDRESS.base,
  ]
  return createHash('sha256').update(facts.join('\0')).digest('hex')
}

/** What is kept in the cache was made in the same way, or is forgotten. */
async function forgetOthers(cache: string, version: string): Promise<void> {
  const note = path.join(cache, 'made-by')
  if ((await readFile(note, 'utf8').catch(() => '')) === version) return
  await rm(cache, { recursive: true, force: true })
  await mkdir(cache, { recursive: true })
  await writeFile(note, version)
}

/**
 * Astro keeps what it read until a file of the content changes. The modules of the entries that it keeps lie in one place,
 * `.astro/`, whichever content was built last: where they are of another, what Astro keeps is forgotten.
 */
async function forgetRead(cache: string, version: string): Promise<void> {
  const note = path.join(ENGINE, '.astro/kept-for')
  if ((await readFile(note, 'utf8').catch(() => '')) === version) return
  await rm(path.join(cache, 'data-store.json'), { force: true })
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
