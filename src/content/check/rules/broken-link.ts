import { existsSync } from 'node:fs'
import path from 'node:path'
import { displayPath, type Content } from '../../read/load.ts'
import { addressesOf, pathOf, pathOfFile } from '../../facts/addresses.ts'
import { closestTo } from '../../../text/suggest.ts'
import { addressProblem } from '../../gate/index.ts'
import type { Mistake, Rule } from './rule.ts'
import {
  ANY_LINK,
  isElsewhere,
  linksOf,
  pageOfLink,
  relativeLink,
  targetOf,
  type Link,
} from './shared/links.ts'
import { siteProblem } from './shared/site-addresses.ts'

export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'error',
  reason: 'A link that leads nowhere costs time when time is short.',
  fix: 'Link to the entry’s file with a relative path, such as ../runbooks/orders.md.',
  *check({ content, pages, today }) {
    for (const link of linksOf(pages)) {
      // The gate says what is wrong with an address that is none.
      if (link.path === '' || isElsewhere(link.url) || addressProblem(link.url)) continue
      const problem = problemOf(content, link, today)
      if (problem) yield { document: link.document, at: link.start, ...problem }
    }
  },
}

type Problem = Pick<Mistake, 'message' | 'hint' | 'severity'> | undefined

const isEntryFile = (file: string) => /\.mdx?$/i.test(file)

function problemOf(content: Content, link: Link, today: string): Problem {
  if (link.path.startsWith('/')) return siteProblem(content, link.path, today)
  const target = targetOf(link)
  const page = pageOfLink(content, link)
  if (page) return otherLetterCase(link, target, page.document?.path)
  if (isEntryFile(link.path)) return noEntry(content, link, target)
  return content.assets.has(target) ? undefined : noFile(content, link, target)
}

/** A page that is found only because the site does not look at the case of letters: the forge does. */
function otherLetterCase(link: Link, target: string, file: string | undefined): Problem {
  if (file === undefined || file === target || file.toLowerCase() !== target.toLowerCase()) return undefined
  return {
    message: `The link "${link.url}" has other capital letters than the file, so it works only on the site`,
    hint: `Write ${relativeLink(path.dirname(link.document.path), file)}`,
    severity: 'warning',
  }
}

function noEntry(content: Content, link: Link, target: string): Problem {
  const from = path.dirname(link.document.path)
  const known = content.documents
    .filter((document) => isEntryFile(document.path))
    .map((document) => relativeLink(from, document.path))
  // The right name in the wrong folder, or with the other ending, is nearer than any spelling.
  const nameOf = (file: string) => path.basename(file).replace(/\.mdx?$/i, '')
  const address = pathOfFile(content.root, target)
  const renamed = address === undefined ? undefined : addressesOf(content).at(address)?.document
  if (renamed && address !== pathOf(renamed)) {
    return {
      message: `${displayPath(target)} was renamed`,
      hint: `Write ${relativeLink(from, renamed.path)}`,
    }
  }
  const meant =
    known.find(
      (each) => each !== `./${path.basename(link.document.path)}` && nameOf(each) === nameOf(link.path),
    ) ?? closestTo(link.path, known)
  return {
    message: `The link leads to ${displayPath(target)}, which is no entry`,
    // The whole list of entries would help nobody.
    hint: meant === undefined ? ANY_LINK : `Did you mean "${meant}"?`,
  }
}

function noFile(content: Content, link: Link, target: string): Problem {
  const page = target.replace(/\/index$/, '')
  const entry = content.documents.find(
    (document) => isEntryFile(document.path) && document.path.replace(/\.mdx?$/i, '') === page,
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
