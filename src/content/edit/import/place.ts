import path from 'node:path'
import { isAlertName } from './alert-names.ts'
import { isIndex, stem } from './source/page-addresses.ts'
import { anchorsOf } from './markup/headings.ts'
import { commonFolder, freeTarget, toName, toTarget } from './common/ids.ts'
import type { ConvertedPage } from './page.ts'
import { splitPage } from './split.ts'
import type { Draft, ImportOptions, PageCollection } from './types.ts'

/** Decides what each page becomes and where it goes: the folders of the source are those of the ids. */
export function placeDrafts(
  pages: readonly ConvertedPage[],
  options: ImportOptions,
  isRule: (name: string) => boolean,
  leftOut: { source: string; why: string }[],
): Draft[] {
  const common = commonFolder(pages.map(({ source }) => source))
  const inside = (source: string) => {
    if (common === '') return source
    return source.startsWith(`${common}/`) ? source.slice(common.length + 1) : path.posix.basename(source)
  }
  const collections = collectionsOf(pages, inside, options, isRule)
  const taken = new Set<string>()
  const drafts: Draft[] = []
  const add = (page: ConvertedPage, title: string, body: string, wanted: string, anchor?: string) => {
    const collection = collections(page)
    const key = anchor === undefined ? page.source : `${page.source}#${anchor}`
    const earlier = options.earlier?.get(key)
    const name = (earlier ?? `${collection}/${wanted}.md`).replace(/\.md$/, '')
    const target = earlier === undefined ? freePlace(name, page.title, taken) : name
    taken.add(idOf(target))
    const [folder = '', ...rest] = target.split('/')
    drafts.push({
      page,
      title,
      body,
      ...(anchor !== undefined && { anchor }),
      collection: folder === 'runbooks' ? 'runbooks' : 'issues',
      target: rest.join('/'),
      file: `${target}.md`,
      alerts: [],
    })
  }
  for (const page of pages) {
    const own = toTarget(inside(page.source))
    // The site makes the page of a whole collection itself.
    const wanted = own === 'index' ? toName(page.title) : own
    const { parts, rest } =
      options.split === undefined ? { parts: [], rest: page.body } : splitPage(page.body, options.split)
    if (/[\p{L}\p{N}]/u.test(rest)) add(page, page.title, rest, wanted)
    else if (parts.length === 0) leftOut.push({ source: page.source, why: 'it has no text' })
    const folder = isIndex(page.source) || pages.length === 1 ? path.posix.dirname(wanted) : wanted
    for (const { title, body, anchor } of parts) {
      const name = toName(title)
      add(page, title, body, folder === '.' ? name : `${folder}/${name}`, anchor)
    }
  }
  return drafts
}

/** `late.md` and `late/index.md` have one id, which only one of them can have. */
function idOf(target: string): string {
  return target.toLowerCase().replace(/\/index$/, '')
}

/** A place that no other page has: the second page of a folder is called by its title. */
function freePlace(name: string, title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(idOf(name))) return name
  return freeTarget(
    name.endsWith('/index') ? `${name.slice(0, -'index'.length)}${toName(title)}` : name,
    taken,
  )
}

/** Whether a page is one that an alert leads to: by its name, or by headings that say what is seen and what to do. */
function looksLikeIssue(page: ConvertedPage, isRule: (name: string) => boolean): boolean {
  const name = stem(page.source)
  if (isAlertName(name) || isRule(name) || isRule(page.title)) return true
  const headings = anchorsOf(page.body).map(({ title }) => title.toLowerCase())
  const has = (pattern: RegExp) => headings.some((heading) => pattern.test(heading))
  return (
    has(
      /^(?:symptoms?|meaning|issue|problem|error|impact|alert|description)\b|issue (?:description|validation)/,
    ) &&
    has(
      /^(?:mitigation|fix|resolution|resolve|remediation|solution|workaround|diagnos|troubleshoot|how to (?:fix|resolve))/,
    )
  )
}

function collectionsOf(
  pages: readonly ConvertedPage[],
  inside: (source: string) => string,
  { as, split }: ImportOptions,
  isRule: (name: string) => boolean,
): (page: ConvertedPage) => PageCollection {
  if (as !== undefined) return () => as
  const folderOf = ({ source }: ConvertedPage) => inside(source).split('/').slice(0, -1)[0] ?? ''
  const byFolder = Map.groupBy(pages, folderOf)
  const issues = new Set(
    [...byFolder].flatMap(([folder, own]) => {
      const real = own.filter(({ source }) => !isIndex(source))
      const alike = real.filter((page) => looksLikeIssue(page, isRule)).length
      return alike * 2 >= Math.max(1, real.length) ? [folder] : []
    }),
  )
  // Parts of one page are mostly alerts: of such a page, nothing else is split.
  return (page) => (split !== undefined || issues.has(folderOf(page)) ? 'issues' : 'runbooks')
}
