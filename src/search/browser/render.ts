import { element } from '../../client/dom.ts'
import type { Note } from '../engine/notes.ts'
import type { PagefindData } from '../engine/pagefind.ts'
import type { SignatureHit } from '../engine/engine.ts'

/** How many sections of a page are offered beneath it. */
const MAX_SECTIONS = 3

/** Pagefind's excerpt as nodes: `<mark>` is its only markup, and `<` and `>` are all that it escapes. */
export function excerptNodes(excerpt: string): (Node | string)[] {
  const text = (escaped: string) => escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  return excerpt
    .split(/<mark>(.*?)<\/mark>/)
    .map((part, index) => (index % 2 === 1 ? element('mark', {}, text(part)) : text(part)))
}

export function noteNodes(notes: readonly Note[]): HTMLElement[] {
  return notes.map((note) =>
    element('p', {}, ...note.map((part) => (typeof part === 'string' ? part : element('b', {}, part.word)))),
  )
}

/** One result: the page, what it is and whose, why it was found, and its sections that match. */
export function renderResult(data: PagefindData, hit?: SignatureHit): HTMLLIElement {
  const { title = data.url, severity, sev = severity, owner, kind, summary = '' } = data.meta
  const [first] = data.sub_results
  const sections = data.sub_results
    .filter(({ url }) => url.includes('#'))
    .sort((a, b) => b.locations.length - a.locations.length)
    .slice(0, MAX_SECTIONS)
  const excerpt = first && !first.url.includes('#') ? first.excerpt : ''
  return element(
    'li',
    { className: 'result pf-result' },
    element('a', { className: 'result-link', href: data.url }, title),
    element(
      'p',
      { className: 'row small soft' },
      ...(severity ? [element('span', { className: `sev ${sev ?? ''}` }, severity)] : []),
      ...(kind && kind !== 'issue' ? [element('span', { className: 'tag' }, kind)] : []),
      ...(owner ? [owner] : []),
    ),
    ...(hit
      ? [element('p', { className: 'result-hit small' }, 'In your text: ', element('code', {}, hit.line))]
      : []),
    element('p', { className: 'small' }, ...(excerpt ? excerptNodes(excerpt) : [summary])),
    ...(sections.length > 0
      ? [
          element(
            'ul',
            { className: 'plain result-sections small' },
            ...sections.map(({ title: section, url, excerpt: text }) =>
              element('li', {}, element('a', { href: url }, section), ' ', ...excerptNodes(text)),
            ),
          ),
        ]
      : []),
  )
}
