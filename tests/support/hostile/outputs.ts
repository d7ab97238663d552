import ICAL from 'ical.js'
import { SaxesParser } from 'saxes'
import { markdownToMdast, type MdastNode } from 'satteri'
import { EVIL } from './payloads.ts'

/**
 * What is live in a Markdown text that comes from content: a picture, an element, a link to another host than `allowed` names, or
 * one of another scheme than pages have. An address in full that is its own words is a text that some readers make a link.
 *
 * @param allowed whether the site itself leads to the address
 */
export function liveInMarkdown(text: string, allowed: (address: URL) => boolean): string[] {
  const found: string[] = []
  const visit = (node: MdastNode): void => {
    if (node.type === 'html') found.push(`element ${node.value.slice(0, 80)}`)
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const url = URL.parse(node.url, 'https://site.example/')
      if (url === null || !(allowed(url) || isItsOwnText(node)))
        found.push(`${node.type} ${node.url.slice(0, 80)}`)
    }
    if ('children' in node) for (const child of node.children) visit(child as MdastNode)
  }
  visit(markdownToMdast(text))
  return found
}

/** Whether a link shows its address and nothing else, as a reader makes of an address that is written out. */
function isItsOwnText(node: MdastNode): boolean {
  if (node.type !== 'link') return false
  const [child] = node.children
  if (child?.type !== 'text' || node.children.length !== 1) return false
  return [child.value, `http://${child.value}`, `mailto:${child.value}`].includes(node.url)
}

/** Whether an address leads to the host of the payloads, or runs something. */
export function isForeign(address: URL): boolean {
  return !/^(?:https?|mailto|tel|sms|webcal):$/.test(address.protocol) || address.hostname.endsWith(EVIL)
}

/** The properties that our calendars have. */
const PROPERTIES =
  /^(?:BEGIN|END|VERSION|PRODID|METHOD|NAME|X-WR-CALNAME|REFRESH-INTERVAL|X-PUBLISHED-TTL|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|URL|TRANSP|X-MICROSOFT-CDO-BUSYSTATUS|X-MICROSOFT-CDO-ALLDAYEVENT|X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT|LAST-MODIFIED|CREATED|CATEGORIES|CALSCALE|TIMEZONE-ID|X-WR-TIMEZONE|X-WR-CALDESC|COLOR|STATUS|LOCATION|ORGANIZER|SOURCE|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|RRULE)[;:]/

/** What is wrong with the form of a calendar: lines that are too long or broken, properties that none of ours has. */
export function wrongInCalendar(text: string): string[] {
  const found: string[] = []
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) found.push('a line end of half')
  for (const line of text.split('\r\n'))
    if (Buffer.byteLength(line) > 75) found.push(`a long line: ${line.slice(0, 40)}`)
  for (const line of text.replaceAll('\r\n ', '').split('\r\n'))
    if (line !== '' && !PROPERTIES.test(line)) found.push(`the property ${line.slice(0, 60)}`)
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  for (const event of calendar.getAllSubcomponents('vevent')) {
    const url = event.getFirstPropertyValue('url')
    if (typeof url === 'string' && isForeign(new URL(url, 'https://site.example/')))
      found.push(`the address ${url}`)
  }
  return found
}

/** The elements that our feeds and site maps have. */
const ELEMENTS = new Set(
  'feed id title subtitle link updated author name entry summary category content urlset url loc lastmod sitemapindex sitemap generator'.split(
    ' ',
  ),
)

/** What is wrong with an XML document that holds text from content. */
export function wrongInXml(text: string): string[] {
  const found: string[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', ({ message }) => found.push(message))
  parser.on('opentag', ({ name, attributes }) => {
    if (!ELEMENTS.has(name)) found.push(`<${name}>`)
    for (const value of Object.values(attributes))
      if (value.includes(EVIL) || /^\s*(?:javascript|data):/i.test(value)) found.push(`${name} ${value}`)
  })
  parser.on('doctype', () => found.push('a document type'))
  parser.on('processinginstruction', ({ target }) => {
    if (target !== 'xml-stylesheet') found.push(`<?${target}`)
  })
  parser.write(text).close()
  return found
}
