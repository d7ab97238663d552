import { element } from '../../client/dom.ts'
import { links } from '../../site/site-links.ts'
import type { Answer, Engine, Found } from '../engine/engine.ts'
import { passagesOf } from '../engine/marks.ts'
import type { Note } from '../engine/notes.ts'
import type { PageText, Section } from '../engine/page-text.ts'
import type { SignatureHit } from '../engine/signature-search.ts'
import type { Unit } from '../engine/unit.ts'
import { previewOf, quotationOf } from './quotation.ts'
import type { Line, Run } from './readable.ts'

/** How many sections of a page are offered beneath it. */
const MAX_SECTIONS = 3

export function noteNodes(notes: readonly Note[]): HTMLElement[] {
  return notes.map((note) =>
    element('p', {}, ...note.map((part) => (typeof part === 'string' ? part : element('b', {}, part.word)))),
  )
}

/** Fetches a page's text and makes its result. */
export async function resultOf(
  found: Found,
  answer: Pick<Answer, 'units'> | undefined,
  engine: Engine,
): Promise<HTMLLIElement> {
  const page = await engine.texts(found.id)
  return renderResult(page, found, answer?.units ?? [], engine)
}

/** One result: the page, what it is and whose, why it was found, and its sections that match. */
function renderResult(
  page: PageText,
  { hit }: Found,
  units: readonly Unit[],
  { language, concepts }: Pick<Engine, 'language' | 'concepts'>,
): HTMLLIElement {
  const { title = page.url, severity, sev = severity, owner, kind, called = kind, summary = '' } = page.meta
  const address = links.home + page.url.replace(/^\//, '')
  const passages = passagesOf(page, units, language, concepts)
  const sections = passages.filter(({ section }) => section.anchor !== '').slice(0, MAX_SECTIONS)
  const [first] = passages
  const quoted = first?.section.anchor === '' ? quotationOf(first) : []
  return element(
    'li',
    { className: 'result' },
    element('a', { className: 'result-link', href: address }, title),
    element(
      'p',
      { className: 'row small soft' },
      ...(severity ? [element('span', { className: `sev ${sev ?? ''}` }, severity)] : []),
      ...(kind && kind !== 'issue' ? [element('span', { className: 'tag' }, called ?? kind)] : []),
      ...(owner ? [owner] : []),
    ),
    ...(hit
      ? [
          element(
            'p',
            { className: 'result-hit small' },
            'In your text: ',
            element('code', {}, ...hitNodes(hit)),
          ),
        ]
      : []),
    element(
      'div',
      { className: 'quote small' },
      ...(quoted.length > 0 ? lineNodes(quoted) : [element('p', {}, summary)]),
    ),
    ...(sections.length > 0
      ? [
          element(
            'ul',
            { className: 'plain result-sections small' },
            // One excerpt a result: the sections after the first are places to go to.
            ...sections.map((passage, index) =>
              element(
                'li',
                {},
                element('a', { href: `${address}#${passage.section.anchor}` }, passage.section.title),
                ...(index === 0
                  ? [element('div', { className: 'quote' }, ...lineNodes(quotationOf(passage)))]
                  : []),
              ),
            ),
          ),
        ]
      : []),
    ...(sections[0] ? [previewNode(sections[0].section)] : []),
  )
}

/** The step that fits best, to read here. */
function previewNode(section: Section): HTMLElement {
  return element(
    'details',
    { className: 'result-preview small' },
    element('summary', {}, `Read here: ${section.title}`),
    element('div', { className: 'quote' }, ...lineNodes(previewOf(section))),
  )
}

function hitNodes({ line, mark }: SignatureHit): (Node | string)[] {
  return [
    line.slice(0, mark.start),
    element('mark', {}, line.slice(mark.start, mark.end)),
    line.slice(mark.end),
  ]
}

function lineNodes(lines: readonly Line[]): HTMLElement[] {
  return lines.map((line) => {
    if (line.kind === 'prose') return element('p', {}, ...line.runs.map(runNode))
    // The lines of a block are code as one.
    if (line.kind === 'code')
      return element(
        'pre',
        {},
        element('code', {}, ...line.runs.map((run) => runNode({ ...run, isCode: false }))),
      )
    const cells = line.cells.filter((cell) => cell.some(({ text }) => text.trim() !== ''))
    return element(
      'p',
      { className: 'cells' },
      ...cells.flatMap((cell, place) => [...(place === 0 ? [] : [' · ']), ...cell.map(runNode)]),
    )
  })
}

function runNode({ text, isCode, isFound }: Run): Node | string {
  const shown = isFound ? element('mark', {}, text) : text
  return isCode ? element('code', {}, shown) : shown
}
