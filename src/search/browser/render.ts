import { element } from '../../client/dom.ts'
import { links } from '../../site/site-links.ts'
import type { Answer, Engine, Found } from '../engine/engine.ts'
import { passagesOf, type Passage, type Piece } from '../engine/marks.ts'
import type { Note } from '../engine/notes.ts'
import type { PageText } from '../engine/page-text.ts'
import type { SignatureHit } from '../engine/signature-search.ts'
import type { Unit } from '../engine/units.ts'

/** How many sections of a page are offered beneath it. */
const MAX_SECTIONS = 3
/** Characters of a step that can be read without leaving. */
const MAX_PREVIEW = 1500

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
  const { title = page.url, severity, sev = severity, owner, kind, summary = '' } = page.meta
  const address = links.home + page.url.replace(/^\//, '')
  const passages = passagesOf(page, units, language, concepts)
  const sections = passages.filter(({ section }) => section.anchor !== '').slice(0, MAX_SECTIONS)
  const [first] = passages
  const preview = sections[0]
  return element(
    'li',
    { className: 'result' },
    element('a', { className: 'result-link', href: address }, title),
    element(
      'p',
      { className: 'row small soft' },
      ...(severity ? [element('span', { className: `sev ${sev ?? ''}` }, severity)] : []),
      ...(kind && kind !== 'issue' ? [element('span', { className: 'tag' }, kind)] : []),
      ...(owner ? [owner] : []),
    ),
    ...(hit
      ? [
          element(
            'p',
            { className: 'result-hit small' },
            'In your text: ',
            element('code', {}, ...lineNodes(hit)),
          ),
        ]
      : []),
    element(
      'p',
      { className: 'small' },
      ...(first?.section.anchor === '' ? pieceNodes(first.pieces) : [summary]),
    ),
    ...(sections.length > 0
      ? [
          element(
            'ul',
            { className: 'plain result-sections small' },
            // One excerpt a result: the sections after the first are places to go to.
            ...sections.map(({ section, pieces }, index) =>
              element(
                'li',
                {},
                element('a', { href: `${address}#${section.anchor}` }, section.title),
                ...(index === 0 ? [' ', element('span', {}, ...pieceNodes(pieces))] : []),
              ),
            ),
          ),
        ]
      : []),
    ...(preview ? [previewOf(preview)] : []),
  )
}

/** The step that fits best, to read here. */
function previewOf({ section }: Passage): HTMLElement {
  const text = section.text.replace(/\s+/g, ' ').trim()
  return element(
    'details',
    { className: 'result-preview small' },
    element('summary', {}, `Read here: ${section.title}`),
    element('p', {}, text.length > MAX_PREVIEW ? `${text.slice(0, MAX_PREVIEW)} …` : text),
  )
}

function lineNodes({ line, mark }: SignatureHit): (Node | string)[] {
  return [
    line.slice(0, mark.start),
    element('mark', {}, line.slice(mark.start, mark.end)),
    line.slice(mark.end),
  ]
}

function pieceNodes(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text))
}
