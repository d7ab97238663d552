import { HtmlValidate } from 'html-validate'
import { describe, expect, inject, test } from 'vitest'
import { attributes, built, readPagesOf } from '../support/pages.ts'

const { root, ours } = inject('sites')

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Astro's output is minified here and there; its white space is nobody's concern.
    'no-trailing-whitespace': 'off',
    // Both spellings are valid HTML.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // Regions that scroll need a place in the tab order.
    'no-redundant-role': 'off',
    'long-title': ['error', { maxlength: 110 }],
  },
})

describe.each(
  built([
    { name: 'the tests', folder: root },
    { name: 'this checkout', folder: ours },
  ]),
)('every page of the site of $name', ({ folder }) => {
  const pages = readPagesOf(folder)

  // Hundreds of pages in one test: as long as a busy machine needs for them.
  test('is valid HTML', async () => {
    const mistakes = await Promise.all(
      pages.map(async ({ path, html }) => {
        const report = await validator.validateString(html)
        return report.results.flatMap(({ messages }) =>
          messages.map(
            ({ ruleId, message, line, column }) =>
              `${path}:${String(line)}:${String(column)} ${ruleId}: ${message}`,
          ),
        )
      }),
    )
    expect(mistakes.flat()).toEqual([])
  })

  test.each(pages)('/$path has one first-level heading, a title and a description', ({ html }) => {
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1)
    expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]).toBeTruthy()
    expect(/<meta name="description" content="[^"]{20,}"/.test(html)).toBe(true)
  })

  test('has no blank before a comma or a full stop in a heading', () => {
    for (const { path, html } of pages)
      for (const [, text = ''] of html.matchAll(/<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>/g))
        expect(text.replace(/<[^>]*>/g, ''), path).not.toMatch(/\s[,.;:](?:\s|$)/)
  })

  test('has a title of its own', () => {
    const titles = pages.map(({ html }) => /<title>([^<]+)<\/title>/.exec(html)?.[1])
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('asks search engines to stay away, as internal documentation should', () => {
    expect(pages).not.toEqual([])
    for (const { html } of pages) expect(html).toContain('<meta name="robots" content="noindex">')
  })

  test('has no style attribute and no script of its own, which the security policy would refuse', () => {
    for (const { path, html } of pages) {
      expect(attributes(html, 'style'), path).toEqual([])
      expect(html, path).not.toMatch(/<style|<script(?![^>]*(src=|type="application\/json"))/)
    }
  })
})
