import { existsSync } from 'node:fs'
import path from 'node:path'
import { displayPath, type Content } from '../../read/load.ts'
import { closestTo, didYouMean } from '../../../text/suggest.ts'
import { addressProblem } from '../../gate/index.ts'
import type { Mistake, Rule } from './rule.ts'
import {
  ANY_LINK,
  entryAt,
  isElsewhere,
  linksOf,
  relativeLink,
  renamedTo,
  targetOf,
  type Link,
} from './shared/links.ts'

export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'error',
  reason: 'A link that leads nowhere costs the minutes in which it was needed.',
  fix: 'Link to the entry’s file with a relative path, such as ../runbooks/profit.mdx.',
  *check({ content, pages }) {
    const entries = new Set(content.documents.map((document) => document.path))
    for (const link of linksOf(pages)) {
      // The gate says what is wrong with an address that is none.
      if (link.path === '' || isElsewhere(link.url) || addressProblem(link.url)) continue
      const problem = problemOf(content, entries, link)
      if (problem) yield { document: link.document, at: link.start, ...problem }
    }
  },
}

type Problem = Pick<Mistake, 'message' | 'hint'> | undefined

const isEntryFile = (file: string) => /\.mdx?$/i.test(file)

function problemOf(content: Content, entries: ReadonlySet<string>, link: Link): Problem {
  if (link.path.startsWith('/')) return siteProblem(content, link.path)
  const target = targetOf(link)
  if (isEntryFile(link.path)) return entries.has(target) ? undefined : noEntry(content, link, target)
  return content.assets.has(target) ? undefined : noFile(content, link, target)
}

function noEntry(content: Content, link: Link, target: string): Problem {
  const from = path.dirname(link.document.path)
  const known = content.documents
    .filter((document) => isEntryFile(document.path))
    .map((document) => relativeLink(from, document.path))
  // The right name in the wrong folder, or with the other ending, is nearer than any spelling.
  const nameOf = (file: string) => path.basename(file).replace(/\.mdx?$/i, '')
  const renamed = renamedTo(content, nameOf(target))
  if (renamed) {
    return {
      message: `${displayPath(target)} was renamed`,
      hint: `Write ${relativeLink(from, renamed.path)}`,
    }
  }
  const meant = known.find((each) => nameOf(each) === nameOf(link.path)) ?? closestTo(link.path, known)
  return {
    message: `The link leads to ${displayPath(target)}, which is no entry`,
    // The whole list of entries would help nobody.
    hint: meant === undefined ? ANY_LINK : `Did you mean "${meant}"?`,
  }
}

function noFile(content: Content, link: Link, target: string): Problem {
  const page = target.replace(/\/index$/, '')
  const entry = content.documents.find(
    (document) => isEntryFile(document.path) && document.path.replace(/\.mdx?$/, '') === page,
  )
  if (entry) {
    return {
      message: `The link "${link.url}" works only on the site, not in the repository`,
      hint: `Name the file: ${relativeLink(path.dirname(link.document.path), entry.path)}`,
    }
  }
  return {
    message: existsSync(target)
      ? `The link "${link.url}" leads to a file that is not part of the site`
      : `The link "${link.url}" leads nowhere`,
    hint: 'Link to an entry (../issues/<id>.md), a file in images/ or files/, or an https:// address.',
  }
}

/** Pages that no entry stands behind. */
const PAGES = ['', 'pipelines', 'runbooks', 'issues', 'search', 'oncall', 'contributing', 'reviews', 'teams']

/** A link from the site's root: what is wrong with it, if anything. */
function siteProblem(content: Content, address: string): Problem {
  const [folder = '', id] = address.split('/').filter((part) => part !== '')
  if (id === undefined && PAGES.includes(folder)) return undefined
  if (folder === 'oncall' || folder === 'alerts' || folder === 'api') return undefined
  const message = `The site has no page ${address}`
  const isEntry = folder === 'issues' || folder === 'runbooks' || folder === 'pipelines' || folder === 'teams'
  if (!isEntry || id === undefined)
    return { message, hint: didYouMean(folder, PAGES) ?? 'Write a relative link to a file.' }
  const known = content.ids[folder]
  const isThere = known.includes(id) || entryAt(content, address) !== undefined
  return isThere ? undefined : { message, hint: didYouMean(id, known) ?? ANY_LINK }
}
