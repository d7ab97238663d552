import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stringify } from 'yaml'
import type { Content } from '../../../content/read/load.ts'
import { factsOf } from '../../../content/facts/entries.ts'
import { settingsOf } from '../../../content/facts/settings.ts'
import { PAGE_COLLECTIONS } from '../../../content/model/collections.ts'
import { ownedPages } from '../../../content/facts/owned-pages.ts'
import type { Address } from '../../address.ts'
import { createLinks } from '../../links.ts'
import { htmlToMarkdown, type MarkdownPage } from './html-to-markdown.ts'
import { llmsFiles, type ListedPage } from './llms.ts'

/**
 * Writes each page of a built site once more as Markdown, beside it as `index.md`, and the lists of them for assistants:
 * `llms.txt`, and `llms-full.txt` while all pages together are small enough.
 *
 * @param folder the built site
 */
export async function writeMarkdownPages(
  content: Content,
  folder: string,
  { site, base }: Address,
): Promise<void> {
  const links = createLinks(base)
  const reviews = new Map(
    ownedPages(factsOf(content), links.entry).map(({ url, reviewed }) => [url, reviewed] as const),
  )
  const pages: ListedPage[] = []
  for (const file of await pageFiles(folder)) {
    const directory = path.posix.dirname(file)
    const address = new URL(links.file(directory === '.' ? '' : `${directory}/`), site)
    const page = htmlToMarkdown(await readFile(path.join(folder, file), 'utf8'), address)
    if (page === undefined) continue
    const text = `---\n${frontmatter(page, address, reviews.get(address.pathname))}---\n\n${page.body}`
    await writeFile(path.join(folder, directory, 'index.md'), text)
    pages.push({
      title: page.title,
      description: page.description,
      kind: page.facts.get('kind')?.[0],
      url: new URL('index.md', address).href,
      text,
    })
  }
  const { name = 'Watchbook', description = '' } = content.site?.data ?? {}
  const { term } = settingsOf(content)
  const titles = new Map(
    PAGE_COLLECTIONS.map((collection) => [term(collection).one, term(collection).Many] as const),
  )
  const listed = llmsFiles({
    name,
    description,
    pages,
    titles,
    address: (file) => new URL(links.file(file), site).href,
  })
  for (const [file, text] of listed) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), text)
  }
}

/** Pages that people read: not those that only lead on, nor the page for what is missing. */
async function pageFiles(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = items
    .filter((item) => item.isFile() && item.name === 'index.html')
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).replaceAll(path.sep, '/'))
    .filter((file) => !file.startsWith('pagefind/'))
  return files.sort()
}

function frontmatter(
  { title, description, facts }: MarkdownPage,
  address: URL,
  reviewed: string | undefined,
): string {
  const list = (name: string) => {
    const values = (facts.get(name) ?? []).filter((value) => value !== '')
    return values.length === 0 ? undefined : values
  }
  return stringify(
    {
      title,
      url: address.href,
      description,
      kind: list('kind')?.[0],
      owners: list('owner')
        ?.flatMap((each) => each.split(', '))
        .filter((each, index, all) => all.indexOf(each) === index),
      severity: list('severity')?.[0],
      pipelines: list('pipeline'),
      components: list('component'),
      alerts: list('alerts'),
      reviewed,
    },
    { lineWidth: 0 },
  )
}
