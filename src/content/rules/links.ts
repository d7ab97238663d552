import { existsSync } from 'node:fs'
import path from 'node:path'
import { displayPath, type Content, type ContentDocument } from '../load.ts'
import type { Page } from '../page.ts'
import { closestTo, didYouMean } from '../suggest.ts'
import type { Rule, RuleContext } from './rule.ts'

/** Relative links to files work in the forge as they stand, and the build turns them into the site's addresses. */

interface Link {
  page: Page
  start: number
  /** As written. */
  url: string
  path: string
  anchor: string | undefined
}

function* linksOf(pages: readonly Page[]): Generator<Link> {
  for (const page of pages) {
    for (const { node, start } of page.nodes) {
      if (node.type !== 'link' && node.type !== 'definition') continue
      const [before = '', anchor] = splitOnce(node.url, '#')
      yield { page, start, url: node.url, path: splitOnce(before, '?')[0] ?? '', anchor }
    }
  }
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

const isElsewhere = (url: string) => /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')
const isEntryFile = (file: string) => /\.mdx?$/i.test(file)

/** The file that a relative link means. */
function targetOf(link: Link): string {
  return path.resolve(path.dirname(link.page.document.path), decode(link.path))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'error',
  reason: 'A link that leads nowhere costs the minutes in which it was needed.',
  mend: 'Link to the entry’s file with a relative path, such as ../runbooks/profit.mdx.',
  *check({ content, pages }) {
    const entries = new Map(content.documents.map((document) => [document.path, document]))
    for (const link of linksOf(pages)) {
      if (link.path === '' || isElsewhere(link.url)) continue
      const at = { document: link.page.document, at: link.start }
      if (link.path.startsWith('/')) {
        const problem = sitePath(content, link.path)
        if (problem) yield { ...at, ...problem }
      } else if (isEntryFile(link.path)) {
        if (!entries.has(targetOf(link))) yield { ...at, ...noEntry(content, link) }
      } else if (content.assets.has(targetOf(link))) {
        continue
      } else {
        yield { ...at, ...noFile(content, link) }
      }
    }
  },
}

function noEntry(content: Content, link: Link) {
  const from = path.dirname(link.page.document.path)
  const known = content.documents
    .filter(({ path: file }) => isEntryFile(file))
    .map(({ path: file }) => relativeLink(from, file))
  // The right name in the wrong folder, or with the other ending, is nearer than any spelling.
  const name = path.basename(link.path).replace(/\.mdx?$/i, '')
  const twin = known.find((each) => path.basename(each).replace(/\.mdx?$/, '') === name)
  return {
    message: `The link leads to ${displayPath(targetOf(link))}, which is no entry`,
    hint: twin === undefined ? nearestLink(link.path, known) : `Did you mean "${twin}"?`,
  }
}

/** The whole list of entries would help nobody. */
function nearestLink(wrong: string, known: readonly string[]): string {
  const nearest = closestTo(wrong, known)
  return nearest === undefined
    ? 'Write the path of an entry’s file, such as ../runbooks/profit.mdx.'
    : `Did you mean "${nearest}"?`
}

function noFile(content: Content, link: Link) {
  const from = path.dirname(link.page.document.path)
  const folder = targetOf(link).replace(/\/index$/, '')
  const entry = content.documents.find(({ path: file }) => file.replace(/\.(mdx?|yaml)$/, '') === folder)
  if (entry && isEntryFile(entry.path)) {
    return {
      message: `The link "${link.url}" works only on the site, not in the repository`,
      hint: `Name the file: ${relativeLink(from, entry.path)}`,
    }
  }
  return {
    message: existsSync(targetOf(link))
      ? `The link "${link.url}" leads to a file that is not part of the site`
      : `The link "${link.url}" leads nowhere`,
    hint: 'Link to an entry (../issues/<id>.md), a file in images/ or files/, or an https:// address.',
  }
}

function relativeLink(from: string, file: string): string {
  const link = path.relative(from, file).split(path.sep).join('/')
  return link.startsWith('.') ? link : `./${link}`
}

/** Pages that no entry stands behind. */
const PAGES = ['', 'pipelines', 'runbooks', 'issues', 'search', 'oncall', 'contributing', 'reviews', 'teams']

/** A link from the site's root: what is wrong with it, if anything. */
function sitePath(content: Content, address: string) {
  const [folder = '', id] = address.split('/').filter((part) => part !== '')
  if (id === undefined && PAGES.includes(folder)) return undefined
  if (folder === 'oncall' || folder === 'alerts' || folder === 'api') return undefined
  if (
    (folder === 'issues' || folder === 'runbooks' || folder === 'pipelines' || folder === 'teams') &&
    id !== undefined
  ) {
    if (content.ids[folder].includes(id)) return undefined
    return {
      message: `The site has no page ${address}`,
      hint: didYouMean(id, content.ids[folder]) ?? 'See the ids in the folder.',
    }
  }
  return {
    message: `The site has no page ${address}`,
    hint: didYouMean(folder, PAGES) ?? 'Write a relative link to a file.',
  }
}

export const rootLink: Rule = {
  id: 'root-link',
  severity: 'warning',
  reason: 'A link from the site’s root works on the site and breaks in the repository, where people edit.',
  mend: 'Link to the entry’s file with a relative path.',
  *check({ content, pages }) {
    for (const link of linksOf(pages)) {
      const [, folder = '', id = ''] = /^\/(issues|runbooks|pipelines)\/([^/#?]+)/.exec(link.path) ?? []
      const target = content.documents.find((document) => document.folder === folder && document.id === id)
      if (!target) continue
      const relative = relativeLink(path.dirname(link.page.document.path), target.path)
      yield {
        document: link.page.document,
        at: link.start,
        message: `The link "${link.url}" works only on the site`,
        hint: `Write ${relative}${link.anchor === undefined ? '' : `#${link.anchor}`}`,
      }
    }
  },
}

export const ownAddress: Rule = {
  id: 'own-address',
  severity: 'warning',
  reason: 'An address of the repository or of a local server leads readers away from the site, or nowhere.',
  mend: 'Link to the entry’s file with a relative path.',
  *check({ content, pages }) {
    const repository = content.site?.data.repository
    for (const link of linksOf(pages)) {
      const isLocal = /^https?:\/\/(localhost|127\.0\.0\.1)[:/]/.test(link.url)
      const isForge = repository !== undefined && link.url.startsWith(`${repository}/`)
      const [, file] =
        /\/((?:issues|runbooks|pipelines)\/[a-z0-9-]+)(?:\.mdx?)?\/?(?:#|$)/.exec(link.url) ?? []
      if (!(isLocal || isForge) || file === undefined) continue
      const target = content.documents.find(({ folder, id }) => `${folder}/${id}` === file)
      yield {
        document: link.page.document,
        at: link.start,
        message: `The link leads to ${isLocal ? 'a server on one’s own machine' : 'the repository'}, not to the page`,
        hint: target
          ? `Write ${relativeLink(path.dirname(link.page.document.path), target.path)}${link.anchor === undefined ? '' : `#${link.anchor}`}`
          : 'Write the path of an entry’s file, such as ../runbooks/profit.mdx.',
      }
    }
  },
}

export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  severity: 'error',
  reason: 'A link to a step that is not there leaves the reader at the top of a long page.',
  mend: 'Use the anchor of a heading: its words in lower case, with hyphens.',
  *check({ content, pages }) {
    const byPath = new Map(pages.map((page) => [page.document.path, page]))
    for (const link of linksOf(pages)) {
      if (link.anchor === undefined || link.anchor === '' || isElsewhere(link.url)) continue
      const target = pageOf(link, byPath, content)
      if (!target || target.failure || target.anchors.has(decode(link.anchor))) continue
      yield {
        document: link.page.document,
        at: link.start,
        message: `${target.document.file} has no heading #${link.anchor}`,
        hint: didYouMean(link.anchor, [...target.anchors]) ?? 'See the headings of that page.',
      }
    }
  },
}

function pageOf(link: Link, byPath: ReadonlyMap<string, Page>, content: Content): Page | undefined {
  if (link.path === '') return link.page
  if (!link.path.startsWith('/')) return byPath.get(targetOf(link))
  const [folder, id] = link.path.split('/').filter((part) => part !== '')
  const document: ContentDocument | undefined = content.documents.find(
    (each) => each.folder === folder && each.id === id,
  )
  return document && byPath.get(document.path)
}

export const emptyLink: Rule = {
  id: 'empty-link',
  severity: 'error',
  reason: 'A link without a text cannot be seen or read aloud; one without a target does nothing.',
  mend: 'Write [text](target).',
  *check({ pages }: RuleContext) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        if (node.type !== 'link') continue
        if (node.url.trim() === '') {
          yield {
            document,
            at: start,
            message: 'The link has no target',
            hint: 'Write one between the brackets ( ).',
          }
        } else if (node.children.length === 0) {
          yield {
            document,
            at: start,
            message: `The link to ${node.url} has no text`,
            hint: 'Write one between the brackets [ ].',
          }
        }
      }
    }
  },
}
