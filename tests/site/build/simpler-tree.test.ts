import type { ElementContent, Properties, Root } from 'hast'
import fc from 'fast-check'
import { toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { expect, it } from 'vitest'
import { simplify } from '../../../src/site/build/markdown/simpler-tree.ts'

const BLOCKS = [
  'p',
  'div',
  'li',
  'ul',
  'h2',
  'section',
  'table',
  'tr',
  'td',
  'summary',
  'details',
  'hr',
  'pre',
]
const INLINES = [
  'span',
  'a',
  'code',
  'strong',
  'em',
  'label',
  'time',
  'br',
  'img',
  'input',
  'button',
  'textarea',
]

/** Any words and blanks, also blanks that are there to be seen. */
const text = fc
  .array(fc.constantFrom(' ', '\n  ', '\u00a0', 'late', 'data*', '- 1', '\t'), { minLength: 1, maxLength: 4 })
  .map((parts): ElementContent => ({ type: 'text', value: parts.join('') }))

const properties = fc.constantFrom<Properties[]>(
  {},
  { className: ['row'] },
  { noWrap: true },
  { href: '/a/', id: 'a' },
  { type: 'checkbox', checked: true },
)

const { node } = fc.letrec<{ node: ElementContent }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    text,
    fc
      .tuple(
        fc.constantFrom(...BLOCKS, ...INLINES, 'nobr'),
        properties,
        fc.array(tie('node'), { maxLength: 5 }),
      )
      .map(([tagName, own, children]): ElementContent => ({
        type: 'element',
        tagName,
        properties: { ...own },
        children,
      })),
  ),
}))

const markdownOf = (page: Root) => toMarkdown(toMdast(page), { extensions: [gfmToMarkdown()] })

it('makes the same Markdown of any page, whatever is taken out of it before', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (children) => {
      const page: Root = { type: 'root', children }
      const before = markdownOf(page)
      simplify(page)
      expect(markdownOf(page)).toBe(before)
    }),
    { numRuns: 1000, seed: 20261126 },
  )
})

it('leaves nothing between the blocks of a page, and one text of words in a row', () => {
  const p = (value: string): ElementContent => ({
    type: 'element',
    tagName: 'p',
    properties: { className: ['row'] },
    children: [
      { type: 'text', value },
      { type: 'element', tagName: 'span', properties: {}, children: [{ type: 'text', value: 'late' }] },
    ],
  })
  const blank: ElementContent = { type: 'text', value: '\n  ' }
  const page: Root = { type: 'root', children: [blank, p('Data '), blank, blank, p('Events '), blank] }
  simplify(page)
  expect(page.children).toEqual(
    ['Data late', 'Events late'].map((value) => ({
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value }],
    })),
  )
})
