import { fileURLToPath } from 'node:url'
import type { Paragraph, PhrasingContent } from 'mdast'
import { defineMdastPlugin } from 'satteri'
import { blockTest } from '../content/read/code-fence.ts'
import { isTicked, shortMark, type Mark } from '../content/read/proof.ts'
import { longDate } from '../text/dates.ts'
import { list } from '../text/wording.ts'

declare module 'mdast' {
  interface ParagraphData {
    /** The element that it becomes, where it is not a paragraph. */
    hName?: string
    /** Attributes of the element that it becomes. */
    hProperties?: Record<string, string | string[]>
  }
  interface StrongData {
    hName?: string
  }
}

/** What may be said of a block on the page of a file; handed in by whoever knows the receipts. */
export type MarkOf = (
  file: string,
  block: { lang: string | null | undefined; meta: string | null | undefined; code: string },
) => Mark | undefined

/**
 * Says below a block that is typed whether it was run, on what, and what it does not notice: a reader at night has to know.
 *
 * @param rehearsalUrl the address of a folder of the content on the forge; nothing where the site names no repository
 */
export function tested(rehearsalUrl: (path: string) => string | undefined, markOf: MarkOf) {
  return defineMdastPlugin({
    name: 'tested',
    code(node, context) {
      const file = context.fileURL ? fileURLToPath(context.fileURL) : ''
      const test = blockTest(node.lang, node.meta)
      const mark =
        test.kind === 'none'
          ? undefined
          : markOf(file, { lang: node.lang, meta: node.meta, code: node.value })
      const words = test.kind === 'none' ? [text(`Not run: ${test.reason}.`)] : wordsOf(mark, rehearsalUrl)
      if (words.length > 0) context.insertAfter(node, unfolding(mark, words))
    },
  })
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })

function wordsOf(
  mark: Mark | undefined,
  rehearsalUrl: (path: string) => string | undefined,
): PhrasingContent[] {
  switch (mark?.kind) {
    case undefined:
      return []
    case 'not tested':
      return [text('Not tested.')]
    case 'changed':
      return [text('Changed since it was tested.')]
    case 'parsed':
      return [text(`Not run. ${mark.by}.`)]
    case 'recorded':
      return [
        linked('Run with recorded answers', rehearsalUrl(mark.rehearsal)),
        text(`, ${longDate(mark.day)}. No real system was asked.${wrong(mark)}`),
      ]
    case 'run': {
      const engines = mark.engines.flatMap(({ label, rehearsal }, index) => [
        ...(index === 0 ? [] : [text(' and ')]),
        linked(label, rehearsalUrl(rehearsal)),
      ])
      const sets = `${String(mark.sets)} data set${mark.sets === 1 ? '' : 's'}`
      const elsewhere =
        mark.elsewhere === undefined || mark.elsewhere.length === 0
          ? ''
          : ` Not run on ${list(mark.elsewhere, 'or')}.`
      const blind = mark.notNoticed.length === 0 ? '' : ` Does not notice: ${mark.notNoticed.join('; ')}.`
      return [
        text('Run on '),
        ...engines,
        text(` over ${sets}, ${longDate(mark.day)}.${wrong(mark)}${elsewhere}${blind}`),
      ]
    }
  }
}

function wrong({ wrong: count, sets }: { wrong: number; sets: number }): string {
  return count === 0 ? '' : ` It gave a wrong answer on ${String(count)} of ${String(sets)}.`
}

function linked(label: string, url: string | undefined): PhrasingContent {
  return url === undefined ? text(label) : { type: 'link', url, children: [text(label) as never] }
}

/**
 * One quiet mark at the corner of the block. Left out of the search: every page would be found under these words. Its kind is an
 * attribute for whoever counts marks; readers get the page without it.
 */
function unfolding(mark: Mark | undefined, children: PhrasingContent[]): Paragraph {
  return {
    type: 'paragraph',
    data: {
      hName: 'details',
      hProperties: {
        className: isTicked(mark) ? ['tested', 'ticked'] : ['tested'],
        'data-pagefind-ignore': '',
        'data-mark': mark?.kind ?? 'none',
      },
    },
    children: [
      { type: 'strong', data: { hName: 'summary' }, children: [{ type: 'text', value: shortMark(mark) }] },
      ...children,
    ],
  }
}
