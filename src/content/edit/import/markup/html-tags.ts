import { anchorMark } from './anchor-marks.ts'
import { ELEMENTS } from '../../../gate/elements.ts'
import type { PageLog } from '../common/log.ts'

/** Names that went out of HTML, and what they are called now. */
export const RENAMED: Readonly<Record<string, string>> = {
  tt: 'code',
  strike: 's',
  acronym: 'abbr',
  listing: 'code',
  xmp: 'code',
}

/** Elements of HTML beside those that a page may hold: they go, their text stays. */
export const KNOWN = new Set(
  (
    'a acronym address applet area article aside audio base basefont bdi bdo big body button canvas center data datalist dialog dir embed fieldset figcaption figure font footer form frame frameset h1 head header hgroup html iframe img input label legend link main map marquee menu meta meter nav nobr noscript object ' +
    'optgroup option output p param picture pre progress script search section select slot source span strike style summary svg path template textarea title track tt video wbr details div ' +
    Object.keys(ELEMENTS).join(' ')
  ).split(' '),
)

const ATTRIBUTE = String.raw`(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'=<>{}]+))?)*`

const TAG = new RegExp(String.raw`(?<![\\])(?<!\]\()<(\/?)([A-Za-z][\w-]*)(${ATTRIBUTE})\s*(\/?)>`, 'g')

/** Single tags: links and images as Markdown, what a page may hold without its colors, everything else without its tags. */
export function convertTags(text: string, log: PageLog): string {
  let result = text.replace(/<a\b([^<>]*)>([^]*?)<\/a\s*>/gi, (_, attributes: string, inner: string) => {
    const href = valueOf(attributes, 'href')
    const words = inner.replace(/\s+/g, ' ').trim()
    if (href === undefined) {
      const name = valueOf(attributes, 'id') ?? valueOf(attributes, 'name')
      if (name !== undefined) log.converted('element <a id>')
      return name === undefined ? words : `${anchorMark(name)}${words}`
    }
    if (isOwnLink(words)) {
      log.dropped('link of a heading to itself')
      return idMark(attributes)
    }
    log.converted('element <a>')
    return words === '' ? '' : `${idMark(attributes)}${linkMarkup(href, words)}`
  })
  result = result.replace(
    /<(iframe|video|audio|embed|object|source)\b([^<>]*)>(?:\s*<\/\1\s*>)?/gi,
    (_, name: string, attributes: string) => {
      const url = valueOf(attributes, 'src') ?? valueOf(attributes, 'data')
      if (url === undefined) return ''
      log.converted(`element <${name.toLowerCase()}>`)
      const address = url.startsWith('//') ? `https:${url}` : url
      return `\n\n${linkMarkup(address, valueOf(attributes, 'title') ?? address)}\n\n`
    },
  )
  return (
    result
      .replace(TAG, (written, end: string, raw: string, attributes: string) => {
        const name = raw.toLowerCase()
        // A component of MDX that nobody could convert becomes text, which the check finds.
        if (/^[A-Z]/.test(raw) && !KNOWN.has(name)) return `\\${written}`
        if (name === 'img') {
          const source = valueOf(attributes, 'src')
          if (source === undefined) return ''
          log.converted('element <img>')
          return imageMarkup(source, valueOf(attributes, 'alt') ?? valueOf(attributes, 'title') ?? '')
        }
        const kept = RENAMED[name] ?? name
        if (Object.hasOwn(ELEMENTS, kept) && kept !== 'span') return tagMarkup(kept, end, attributes, log)
        if (KNOWN.has(name)) {
          log.dropped(`element <${name}>`)
          return idMark(attributes)
        }
        log.converted('placeholder (<…>)')
        return `\\${written}`
      })
      .replace(/<(?=[!?](?!--))/g, '\\<')
      // Alone on its line it would make HTML of the text below it.
      .replace(/^([ \t]*)<hr>[ \t]*$/gm, '\n$1---\n')
  )
}

function tagMarkup(name: string, end: string, attributes: string, log: PageLog): string {
  if (end === '/') return ELEMENTS[name]?.holds === 'nothing' ? `<${name}>` : `</${name}>`
  const allowed = { ...ELEMENTS[name]?.attributes }
  const kept = Object.keys(allowed)
    .map((each) => [each, valueOf(attributes, each)] as const)
    .filter(([each, value]) => value !== undefined && allowed[each]?.accepts(value) === true)
    .map(([each, value]) => (value === '' ? ` ${each}` : ` ${each}="${value ?? ''}"`))
  if (/\b(?:style|class|align|width|height|bgcolor|border|color)\s*=/i.test(attributes))
    log.dropped('attributes of HTML')
  const id = ELEMENTS[name]?.isPhrasing === true ? idMark(attributes) : ''
  return `${id}<${name}${kept.join('')}>`
}

function valueOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(
    `(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|\\{\\s*["'\`]?([^{}"'\`]*)["'\`]?\\s*\\}|([^\\s"'=<>{}]+)))?(?=[\\s/]|$)`,
    'i',
  ).exec(attributes)
  return found ? (found[1] ?? found[2] ?? found[3] ?? found[4] ?? '') : undefined
}

/** The sign behind a heading that generators make a link to the heading of. */
export function isOwnLink(words: string): boolean {
  return /^(?:¶|&para;|&#182;|🔗|§)$/u.test(words.trim())
}

export function linkMarkup(href: string, words: string): string {
  const address = href.trim().replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29')
  const label = words.trim()
  // A picture in a link is a link in its own right; anything else in brackets is text.
  return label === ''
    ? ''
    : `[${label.startsWith('![') ? label : label.replace(/(?<!\\)[[\]]/g, '\\$&')}](${address})`
}

export function imageMarkup(source: string, alt: string): string {
  return source === ''
    ? ''
    : `![${alt.replace(/\s+/g, ' ').replace(/[[\]]/g, '\\$&').trim()}](${source.trim().replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29')})`
}

/** An element that a link leads to, by its name. */
function idMark(attributes: string): string {
  const id = valueOf(attributes, 'id') ?? valueOf(attributes, 'name')
  return id === undefined || id === '' ? '' : anchorMark(id)
}
