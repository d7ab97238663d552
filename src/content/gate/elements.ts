import { date, flag, integer, oneOf, text, type Literal } from './attributes.ts'

/**
 * What may be inside an element:
 * `flow` anything, `phrasing` words and elements within a line, `parts` only the elements that name it in `within`, `nothing`.
 */
export type Holds = 'flow' | 'phrasing' | 'parts' | 'nothing'

/** An element of HTML that content may use. */
export interface ElementRule {
  holds: Holds
  /** Whether it may be within a line, as in a paragraph. */
  isPhrasing: boolean
  /** The only elements that it may be directly in. Absent where it may be anywhere. */
  within?: readonly string[]
  attributes: Readonly<Record<string, Literal>>
}

const phrasing = (attributes: ElementRule['attributes'] = {}): ElementRule => ({
  holds: 'phrasing',
  isPhrasing: true,
  attributes,
})
const flow = (holds: Holds, attributes: ElementRule['attributes'] = {}): ElementRule => ({
  holds,
  isPhrasing: false,
  attributes,
})
const part = (
  holds: Holds,
  within: readonly string[],
  attributes: ElementRule['attributes'] = {},
): ElementRule => ({ holds, isPhrasing: false, within, attributes })

const MAX_SPAN = 100
const cell = { colspan: integer('colspan', 1, MAX_SPAN), rowspan: integer('rowspan', 1, MAX_SPAN) }
const change = { datetime: date('datetime') }

/**
 * The elements that help in a runbook and can do no harm; every other one is an error.
 * Where an element may be is part of the list: a browser that closes a misplaced `li` or `td` by itself
 * also closes what is around it, and a later end tag would then close a part of the site's own page.
 */
export const ELEMENTS: Readonly<Record<string, ElementRule>> = {
  abbr: phrasing(),
  b: phrasing(),
  br: { ...phrasing(), holds: 'nothing' },
  cite: phrasing(),
  code: phrasing(),
  del: phrasing(change),
  dfn: phrasing(),
  em: phrasing(),
  i: phrasing(),
  ins: phrasing(change),
  kbd: phrasing(),
  mark: phrasing(),
  q: phrasing(),
  ruby: phrasing(),
  s: phrasing(),
  samp: phrasing(),
  small: phrasing(),
  span: phrasing(),
  strong: phrasing(),
  sub: phrasing(),
  sup: phrasing(),
  time: phrasing(change),
  u: phrasing(),
  var: phrasing(),
  wbr: { ...phrasing(), holds: 'nothing' },

  blockquote: flow('flow'),
  details: flow('flow', { open: flag('open') }),
  div: flow('flow'),
  dl: flow('parts'),
  figure: flow('flow'),
  h2: flow('phrasing'),
  h3: flow('phrasing'),
  h4: flow('phrasing'),
  h5: flow('phrasing'),
  h6: flow('phrasing'),
  hr: flow('nothing'),
  ol: flow('parts', {
    start: integer('start', 0, 999_999),
    reversed: flag('reversed'),
    type: oneOf('type', '1', 'a', 'A', 'i', 'I'),
  }),
  p: flow('phrasing'),
  pre: flow('phrasing'),
  table: flow('parts'),
  ul: flow('parts'),

  caption: part('phrasing', ['table']),
  col: part('nothing', ['table', 'colgroup'], { span: integer('span', 1, MAX_SPAN) }),
  colgroup: part('parts', ['table'], { span: integer('span', 1, MAX_SPAN) }),
  dd: part('flow', ['dl']),
  dt: part('phrasing', ['dl']),
  figcaption: part('flow', ['figure']),
  li: part('flow', ['ul', 'ol'], { value: integer('value', 0, 999_999) }),
  rp: { ...phrasing(), within: ['ruby'] },
  rt: { ...phrasing(), within: ['ruby'] },
  summary: part('flow', ['details']),
  tbody: part('parts', ['table']),
  td: part('flow', ['tr'], cell),
  tfoot: part('parts', ['table']),
  th: part('flow', ['tr'], {
    ...cell,
    abbr: text('abbr'),
    scope: oneOf('scope', 'row', 'col', 'rowgroup', 'colgroup'),
  }),
  thead: part('parts', ['table']),
  tr: part('parts', ['table', 'thead', 'tbody', 'tfoot']),
}

/** What Markdown has a form for, which the check can follow. */
export const MARKDOWN_FORM: Readonly<Record<string, string>> = {
  a: '[text](target)',
  img: '![what it shows](file)',
  h1: 'the field `title`',
  input: '- [ ] step',
}
