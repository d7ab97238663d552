import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { htmlToMarkdown } from './html-to-markdown.ts'
import type { ListedPage } from './llms.ts'
import { markdownFile } from './page.ts'

/** Where what was converted is kept between builds. */
export interface MarkdownCache {
  cache: string
}

/** A page to be converted. */
export interface PageToConvert {
  /** In the folder of the site: `issues/late/index.html`. */
  file: string
  html: string
  /** Of the page, absolute. */
  address: string
  reviewed: string | undefined
}

/** What became of it: no page where it has no main part. */
export interface ConvertedPage {
  file: string
  page?: ListedPage
}

/** The thread in which pages become Markdown, on the second core, while the first renders the next ones. */
const { cache } = workerData as MarkdownCache
const used = new Set<string>()
mkdirSync(cache, { recursive: true })

parentPort?.on('message', (page: PageToConvert | 'end') => {
  if (page === 'end') {
    // What no page of this build needed is never needed again, or made again if it is.
    for (const name of readdirSync(cache)) if (!used.has(name)) rmSync(path.join(cache, name))
    parentPort?.close()
  } else {
    parentPort?.postMessage(convert(page))
  }
})

function convert({ file, html, address, reviewed }: PageToConvert): ConvertedPage {
  const name = createHash('sha256')
    .update([address, reviewed ?? '', html].join('\0'))
    .digest('hex')
  used.add(name)
  const kept = readKept(name)
  if (kept) return { file, page: kept }
  const page = pageOf(html, new URL(address), reviewed)
  if (page === undefined) return { file }
  writeFileSync(path.join(cache, name), JSON.stringify(page))
  return { file, page }
}

function readKept(name: string): ListedPage | undefined {
  try {
    // Written above; where it was cut short, it is made again.
    return JSON.parse(readFileSync(path.join(cache, name), 'utf8')) as ListedPage
  } catch {
    return undefined
  }
}

function pageOf(html: string, address: URL, reviewed: string | undefined): ListedPage | undefined {
  const page = htmlToMarkdown(html, address)
  return (
    page && {
      title: page.title,
      description: page.description,
      kind: page.facts.get('kind')?.[0],
      url: new URL('index.md', address).href,
      text: markdownFile(page, address, reviewed),
    }
  )
}
