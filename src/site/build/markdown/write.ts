import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Content } from '../../../content/read/load.ts'
import { factsOf } from '../../../content/facts/entries.ts'
import { settingsOf } from '../../../content/facts/settings.ts'
import { PAGE_COLLECTIONS, definitionOf } from '../../../content/model/collections.ts'
import { barePages } from '../../../content/facts/bare-pages.ts'
import { listPages } from '../../../content/facts/pages.ts'
import type { Address } from '../../address.ts'
import { createLinks } from '../../links.ts'
import { llmsFiles, type ListedPage } from './llms.ts'
import type { SiteTree } from '../site-tree.ts'
import type { ConvertedPage, MarkdownCache, PageToConvert } from './worker.ts'

/** Each page of a site once more as Markdown, in the making: beside its HTML as `index.md`. */
export interface MarkdownPages {
  /** Takes a page: its file in the folder of the site, and its HTML. */
  add: (file: string, html: string) => void
  /** Waits for the last page, then writes the lists of them for assistants: `llms.txt`, and `llms-full.txt` of a small site. */
  finish: () => Promise<void>
  /** Ends the thread, also where the build has failed. */
  close: () => Promise<void>
}

export function startMarkdownPages(
  content: Content,
  { site, base }: Address,
  tree: SiteTree,
  folders: MarkdownCache,
): MarkdownPages {
  const links = createLinks(base)
  const reviews = new Map(
    listPages(factsOf(content), links.entry).map(({ url, reviewed }) => [url, reviewed] as const),
  )
  // Not with the options of this process: `--input-type` of a command line's program would be one of a file's.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: folders, execArgv: [] })
  const converted: ConvertedPage[] = []
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', (each: ConvertedPage) => {
      converted.push(each)
      if (each.page) tree.put(`${each.file.slice(0, -'index.html'.length)}index.md`, each.page.text)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      resolve()
    })
  })
  // Who waits for it hears of a failure; nobody waits where the build has failed before.
  ended.catch(() => undefined)
  return {
    add(file, html) {
      // Pages that people read: not the page for what is missing.
      if (path.posix.basename(file) !== 'index.html') return
      const address = new URL(links.file(file.slice(0, -'index.html'.length)), site)
      const page: PageToConvert = {
        file,
        html,
        address: address.href,
        reviewed: reviews.get(address.pathname),
      }
      worker.postMessage(page)
    },
    async finish() {
      worker.postMessage('end')
      await ended
      const bare = barePages(content)
      const pages = converted
        .filter(({ file }) => !bare.has(file.slice(0, -'index.html'.length)))
        .sort((a, b) => (a.file < b.file ? -1 : 1))
        .flatMap(({ page }) => (page === undefined ? [] : [page]))
      writeLists(content, tree, pages, (file) => new URL(links.file(file), site).href)
    },
    async close() {
      await worker.terminate()
    },
  }
}

function writeLists(
  content: Content,
  tree: SiteTree,
  pages: readonly ListedPage[],
  address: (file: string) => string,
): void {
  const { name = 'Watchbook', description = '' } = content.site?.data ?? {}
  const { term } = settingsOf(content)
  const titles = new Map(
    PAGE_COLLECTIONS.map((collection) => [definitionOf(collection).singular, term(collection).Many] as const),
  )
  for (const [file, text] of llmsFiles({ name, description, pages, titles, address })) tree.put(file, text)
}
