import type { MdastNode } from 'satteri'
import type { Page } from '../../../read/body.ts'
import { blank, withReplaced } from './blank.ts'

/** What is read as something else than prose, or is right as it is. */
const NO_PROSE: readonly MdastNode['type'][] = [
  'code',
  'inlineCode',
  'html',
  'definition',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'mdxTextExpression',
  'mdxFlowExpression',
  'mdxjsEsm',
]

const kept = new WeakMap<Page, string>()

/**
 * The text of a file with everything but its prose blanked out: what Markdown has understood is gone, and what is left of
 * its marks are slips. As long as the file, so that offsets are the file's.
 */
export function proseOf(page: Page): string {
  const known = kept.get(page)
  if (known !== undefined) return known
  const { document } = page
  const { text, bodyOffset } = document
  const spans = NO_PROSE.flatMap((type) => page.nodes.get(type) ?? [])
    .map(({ start, end }): [number, number] => [start, end])
    .concat(markers(page))
    .map(([start, end]) => [start - bodyOffset, end - bodyOffset] as const)
  const body = withReplaced(text.slice(bodyOffset), spans, filled)
  const prose = blank(text.slice(0, bodyOffset)) + body.replace(/\\[!-/:-@[-`{-~]/g, '  ')
  kept.set(page, prose)
  return prose
}

/** The stars and the like that do what they were written for. */
function markers(page: Page): [number, number][] {
  return (['strong', 'emphasis', 'delete'] as const).flatMap((type) =>
    (page.nodes.get(type) ?? []).flatMap(({ start, end }): [number, number][] => {
      const mark = page.document.text.charAt(start)
      let width = 0
      while (width < 3 && page.document.text.charAt(start + width) === mark) width++
      return [
        [start, start + width],
        [end - width, end],
      ]
    }),
  )
}

/** Something is there: what is before it and what is after it are not beside each other. */
function filled(text: string): string {
  return text.replace(/[^\n]/g, '\u0001')
}
