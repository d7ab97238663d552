import { inMarkdown } from '../../../text/in-markdown.ts'

/** A page as the lists for assistants name it. */
export interface ListedPage {
  title: string
  description: string
  /** What one such page is called, `issue` say; absent for lists and calendars. */
  kind: string | undefined
  /** Of its Markdown, absolute. */
  url: string
  text: string
}

/** A list longer than this is no help in one piece: its sections become files of their own. */
const MAX_LIST = 100 * 1024
/** Past this, all pages in one file are more than an assistant reads at once. */
const MAX_FULL = 1024 * 1024
/** The kind of pages that no entry makes. */
const OTHERS = 'page'

interface Site {
  name: string
  description: string
  pages: readonly ListedPage[]
  /** What pages of a kind are called together, in the order of the site's lists: `issue`, `Issues`. */
  titles: ReadonlyMap<string, string>
  /** The absolute address of a file of the site. */
  address: (file: string) => string
}

/** The files for assistants, by name, in the form of llmstxt.org: a name, a paragraph, and sections of links. */
export function llmsFiles({ name, description, pages, titles, address }: Site): ReadonlyMap<string, string> {
  const order = [...titles.keys()]
  const rank = (kind: string) =>
    order.includes(kind) ? order.indexOf(kind) : order.length + (kind === OTHERS ? 1 : 0)
  const head = `# ${plain(name)}\n\n> ${plain(description)}\n`
  const sections = [...Map.groupBy(pages, ({ kind }) => kind ?? OTHERS)]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([kind, those]) => ({
      kind,
      title: titles.get(kind) ?? (kind === OTHERS ? 'Lists and calendars' : capitalized(kind)),
      list: those
        .map(({ title, url, description: what }) => `- [${plain(title)}](${url}): ${plain(what)}`)
        .join('\n'),
    }))
  const whole = [head, ...sections.map(({ title, list }) => `## ${plain(title)}\n\n${list}\n`)].join('\n')
  const full = pages.map(({ text }) => text).join('\n')
  const files = new Map<string, string>()
  if (Buffer.byteLength(whole) <= MAX_LIST) {
    files.set('llms.txt', whole)
  } else {
    const links = sections.map(({ kind, title }) => `- [${plain(title)}](${address(fileOf(kind))})`)
    files.set('llms.txt', `${head}\n## Lists\n\n${links.join('\n')}\n`)
    for (const { kind, title, list } of sections)
      files.set(fileOf(kind), `${head}\n## ${plain(title)}\n\n${list}\n`)
  }
  if (Buffer.byteLength(full) <= MAX_FULL) files.set('llms-full.txt', full)
  return files
}

function fileOf(kind: string): string {
  return `llms/${kind.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.txt`
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Text of the content: one line, and no markup. */
function plain(text: string): string {
  return inMarkdown(text.replaceAll(/\s+/g, ' ').trim())
}
