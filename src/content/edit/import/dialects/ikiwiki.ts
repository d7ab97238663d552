import { alert, block, fence, type TagContext } from './common.ts'
import { refLink, WIKI } from '../links/schemes.ts'

/** `[[!name rest]]`; a value between three quotation marks can go on over lines. */
const DIRECTIVE = /\[\[!([\w-]+)((?:\s+(?:[\w-]+=)?(?:"""[^]*?"""|"[^"\n]*"|[^\s"\]]+))*)\s*\]\]/g

/** What lists other pages, or sets something of the wiki itself: each folder lists its own here. */
const LISTS =
  /^(?:inline|map|pagestats|postsparkline|brokenlinks|orphans|linkmap|pagecount|toc|sidebar|tag|taglink|shortcut|meta|postform|search|calendar|poll|edittemplate|fortune|waypoint|osm|google|haiku)$/

/** Directives of ikiwiki in Markdown: pictures, notes, code. Code is masked. */
export function convertIkiwiki(text: string, { log, masked }: TagContext): string {
  if (!text.includes('[[!')) return text
  return text.replace(DIRECTIVE, (written, name: string, rest: string) => {
    const form = `directive ([[!${name}]])`
    const named = new Map<string, string>()
    const plain: string[] = []
    for (const [, key, long, quoted, word] of rest.matchAll(
      /(?:([\w-]+)=)?(?:"""([^]*?)"""|"([^"\n]*)"|([^\s"]+))/g,
    )) {
      const value = long ?? quoted ?? word ?? ''
      if (key === undefined) plain.push(value)
      else named.set(key, value)
    }
    const [first = '', second] = plain
    if (name === 'img') {
      log.converted(form)
      return `![${(named.get('alt') ?? named.get('title') ?? '').replace(/[[\]]/g, '\\$&')}](${refLink(first, WIKI)})`
    }
    if (name === 'format' && second !== undefined) {
      log.converted(form)
      return fence(masked, first, second)
    }
    const said = named.get('text')
    if (name === 'template' && said !== undefined) {
      log.converted(form)
      return named.get('id') === 'note' ? alert('note', undefined, said) : block(said.split('\n'))
    }
    if (name === 'comment' || LISTS.test(name)) {
      log.dropped(name === 'comment' ? 'comment' : form)
      return ''
    }
    log.left(form, undefined, written)
    return written
  })
}
