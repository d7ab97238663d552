import type { Page } from '../../read/body.ts'
import type { Mistake, PageRule } from './rule.ts'
import { blank, withReplaced } from './shared/blank.ts'
import { nearestAlert, SIGNS, type Sign } from './shared/dialects.ts'

export const foreignMarkup: PageRule = {
  id: 'foreign-markup',
  severity: 'error',
  reason:
    'Markup of another site generator is shown as plain text here: a warning becomes a line of punctuation, and the text below it becomes code.',
  fix: 'Write it in the Markdown of forges; npm run import does that for whole folders.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) yield* signsIn(page)
  },
}

/** How much of it is shown. */
const MAX_SHOWN = 50

function* signsIn(page: Page): Generator<Mistake> {
  const { document } = page
  const text = withoutCode(page)
  // In MDX it is code, which mdx-code is about.
  const isMdx = document.path.endsWith('.mdx')
  const taken = new Set<number>()
  const isPossible = ({ inside }: Sign) => inside === undefined || inside.some((sign) => text.includes(sign))
  const found = SIGNS.filter(isPossible).flatMap(({ pattern, what, write, isMeant }) =>
    [...text.matchAll(pattern)]
      .filter((each) => isMeant?.(each) !== false && !(isMdx && what === 'code of MDX'))
      .map((each) => {
        const quoted = each[1] !== undefined && each[0].endsWith(each[1]) ? each[1] : each[0].trim()
        return { at: each.index + each[0].lastIndexOf(quoted), quoted, what, write, kind: each[2] }
      }),
  )
  for (const { at, quoted, what, write, kind } of found) {
    if (taken.has(at)) continue
    // What is within a sign that was reported is a part of it.
    for (let offset = at; offset < at + quoted.length; offset += 1) taken.add(offset)
    const shown = quoted.length > MAX_SHOWN ? `${quoted.slice(0, MAX_SHOWN)}…` : quoted
    const hint =
      kind === undefined ? write : `Write > [!${alertFor(kind)}], with its title behind it if it has one.`
    yield {
      document,
      at: document.bodyOffset + at,
      message: `"${shown}" is ${what}: it would be printed as it is`,
      hint,
    }
  }
}

function alertFor(kind: string): string {
  return /^(?:note|tip|important|warning|caution)$/i.test(kind) ? kind.toUpperCase() : nearestAlert(kind)
}

/** The body with its code and comments blanked out, so that offsets stay. */
function withoutCode({ document, nodes }: Page): string {
  const { text, bodyOffset } = document
  // Indented code can be the text of an admonition: its first line is above it.
  const spans = (['code', 'inlineCode'] as const)
    .flatMap((type) => nodes.get(type) ?? [])
    .map(({ start, end }) => [start - bodyOffset, end - bodyOffset] as const)
  const body = withReplaced(text.slice(bodyOffset), spans, blank)
  return body.replace(/<!--[^]*?-->|\]\([^()\s]*\)|<https?:[^<>\s]*>|https?:\/\/[^\s<>)\]]*/g, (part) =>
    // What follows a link still follows something.
    part.replace(/[^\n)](?=[^])/g, ' '),
  )
}
