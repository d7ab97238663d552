import { PAGE_COLLECTIONS } from '../../model/collections.ts'
import type { Rule } from './rule.ts'
import { textsIn } from './shared/texts.ts'
import { ANY_LINK, entryAt, inPlaceOf, linksOf } from './shared/links.ts'

/** What names an entry in an address of the forge or of a local server. */
const PAGE = new RegExp(`/((?:${PAGE_COLLECTIONS.join('|')})/[\\w/-]+)(?:\\.(?:mdx?|yaml))?/?(?:#|$)`, 'i')

const LOCAL = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])(?=[:/?#]|$)/i
/** The local server of this site itself. */
const ROOT = /^https?:\/\/[^/:]+:4321\/?$/
/** What brings a service of elsewhere to one's own machine. */
const FORWARDS =
  /port-?forward|\bkubectl proxy|\bssh\b[^\n]{0,200} -[A-Za-z]*[LD]|tunnel|docker(?:-compose| compose)? (?:run|up)|\bcurl\b[^\n]{0,200}localhost|\b(?:npm|yarn|make|mkdocs|hugo|serve|minikube|kind)\b/i

export const ownAddress: Rule = {
  id: 'own-address',
  severity: 'warning',
  reason: 'An address of the repository or of a local server leads readers away from the site, or nowhere.',
  fix: 'Link to the entry’s file with a relative path.',
  *check({ content, pages }) {
    const isForwarded = new Map<string, boolean>()
    const repository = content.site?.data.repository
    for (const document of content.documents)
      for (const { path, text } of textsIn(document.written))
        if (LOCAL.test(text))
          yield {
            document,
            at: { path },
            message: 'The address leads to the machine of whoever reads it',
            hint: 'Write the address at which others reach it.',
          }
    for (const link of linksOf(pages)) {
      const isLocal = LOCAL.test(link.url)
      const isForge = repository !== undefined && link.url.startsWith(`${repository}/`)
      const entry = PAGE.exec(link.url)?.[1]
      if (!isLocal && (!isForge || entry === undefined)) continue
      if (entry === undefined) {
        const { path, text } = link.document
        if (!isForwarded.has(path)) isForwarded.set(path, FORWARDS.test(text))
        // What a command of the page brings to the reader's machine is there.
        if (isForwarded.get(path) === true && !ROOT.test(link.url)) continue
        yield {
          document: link.document,
          at: link.start,
          message: 'The link leads to the machine of whoever reads it',
          hint: 'Write the address at which others reach it, or the command that forwards the port.',
        }
        continue
      }
      const target = entryAt(content, entry)
      yield {
        document: link.document,
        at: link.start,
        message: `The link leads to ${isLocal ? 'a server on one’s own machine' : 'the repository'}, not to the page`,
        hint: target ? `Write ${inPlaceOf(link, target)}` : ANY_LINK,
      }
    }
  },
}
