import type { MarkdownHeading } from 'astro'
import type { Entry } from '../read/load.ts'
import type { Runbook } from '../model/collections.ts'

/** Whether a runbook has a session at the handoff and says what is done in it: that is then a page of its own. */
export function hasOnboarding({ data, body }: Pick<Entry<Runbook>, 'data' | 'body'>): boolean {
  return data.onCall?.onboarding !== undefined && /^##[ \t]+Onboarding\b/m.test(body)
}

/** A runbook's headings: those within its onboarding, and all others with that section's own. */
export function splitHeadings(headings: readonly MarkdownHeading[]) {
  const isStart = ({ depth, slug }: MarkdownHeading) => depth === 2 && slug.startsWith('onboarding')
  const start = headings.findIndex(isStart)
  const length = headings.slice(start + 1).findIndex(({ depth }) => depth === 2)
  const end = length < 0 ? headings.length : start + 1 + length
  return start < 0
    ? { section: undefined, within: [], others: headings }
    : {
        section: headings[start],
        within: headings.slice(start + 1, end).map((heading) => ({ ...heading, depth: heading.depth - 1 })),
        others: headings.toSpliced(start + 1, end - start - 1),
      }
}

/** A runbook's HTML cut at a second-level heading: what comes before its text, the text with its anchors, and what follows. */
export function cutSection(html: string, id: string) {
  const heading = new RegExp(`<h2 id="${id}"[^>]*>.*?</h2>`, 's').exec(html)
  if (!heading) return undefined
  const start = heading.index + heading[0].length
  const next = html.indexOf('<h2 ', start)
  const end = next < 0 ? html.length : next
  const text = html.slice(start, end)
  const anchors = [...text.matchAll(/<h\d id="([^"]*)"/g)].map(([, anchor = '']) => anchor)
  return { before: html.slice(0, start), text, anchors, after: html.slice(end) }
}

/** A section's text as a page of its own: headings a level up, and links to the other sections lead to their page. */
export function asPage(text: string, runbookPage: string): string {
  return text
    .replace(/(<\/?)h3\b/g, '$1h2')
    .replace(/ href="#([^"]*)"/g, (link, id: string) =>
      text.includes(` id="${id}"`) ? link : ` href="${runbookPage}#${id}"`,
    )
}
