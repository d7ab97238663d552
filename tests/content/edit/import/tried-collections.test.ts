import { expect, it } from 'vitest'
import { offeredBytes } from '../../../../src/content/edit/import/source/plain-drawing.ts'
import { bodyOf, fieldsOf, importFiles } from './in-memory.ts'

it('leaves out the pages of earlier versions of Docusaurus, which are there again as they were', () => {
  const files = {
    'docusaurus.config.js': "module.exports = { title: 'A' }",
    'docs/a.md': 'A.',
    'docs/b.md': 'B.',
    'versioned_docs/version-1.0/a.md': 'A.',
    'versioned_docs/version-1.0/b.md': 'B.',
    'versioned_docs/version-1.1/a.md': 'A.',
  }
  const { entries, leftOut } = importFiles(files)
  expect(entries.map(({ source }) => source)).toEqual(['docs/a.md', 'docs/b.md'])
  expect(new Set(leftOut.map(({ why }) => why))).toEqual(
    new Set(['it is the page of an earlier version. Name the folder of the version to import it']),
  )
})

it('takes the versions where there is nothing else', () => {
  const files = {
    'docusaurus.config.js': "module.exports = { title: 'A' }",
    'versioned_docs/version-1.0/a.md': 'A.',
  }
  expect(importFiles(files).entries).toHaveLength(1)
})

it.each([
  ['title: "`kubectl` hangs"', 'title: kubectl hangs'],
  ['title: "**Stop** the *queue* and [read](b.md)"', 'title: Stop the queue and read'],
  ['title: "__init__ of my_own_file and 2 * 3 * 4"', 'title: init of my_own_file and 2 * 3 * 4'],
])('a title is plain text: %s', (written, expected) => {
  expect(fieldsOf(`---\n${written}\nsummary: Text.\n---\n\nText.\n`)).toContain(expected)
})

it('a heading without words is no title: the name of the file is', () => {
  expect(fieldsOf('#\n\nText.\n', 'disk-full.md')).toContain('title: disk full')
  expect(fieldsOf('---\ntitle: ""\n---\n\nText.\n', 'disk-full.md')).toContain('title: disk full')
})

it('a link within a link is one link, and its words stay', () => {
  const files = {
    'a.md': 'See [[https://a.example](https://a.example) and more](b.md). [![x](x.png)](b.md)',
    'b.md': 'B.',
    'x.png': '',
  }
  expect(bodyOf(files, 'a.md')).toContain('[https://a.example and more](./b.md). [![x]')
})

/** As draw.io writes it: each text as a page, and again for viewers that know no pages. */
const drawing = (fallback: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><g><switch><foreignObject width="100%"><div xmlns="http://www.w3.org/1999/xhtml" onclick="x()">Orders &amp; the<br/>ledger</div></foreignObject>${fallback}</switch></g><switch><g requiredFeatures="x"/><a xlink:href="https://a.example"><text>Text is not SVG - cannot display</text></a></switch></svg>`
const plain = (fallback: string) => offeredBytes('a.svg', Buffer.from(drawing(fallback))).toString()

it('draws the texts of a drawing of draw.io, whole', () => {
  const kept = plain('<text x="1">Orders...</text>')
  expect(kept).toContain('<text x="1">Orders &amp; the ledger</text>')
  expect(kept).not.toMatch(/foreignObject|switch|not SVG|onclick/)
  const { files } = importFiles({
    'a.md': '![x](a.svg)',
    'a.svg': drawing('<text x="1">Orders...</text>'),
  })
  expect([...files.keys()]).toEqual(['images/a.svg'])
})

it('does not take a drawing whose text would be lost, and says what to do', () => {
  expect(plain('')).toBe(drawing(''))
  expect(plain('<text>a</text><script>x()</script>')).toContain('<script>')
  const { log } = importFiles({ 'a.md': '![x](a.svg)', 'a.svg': drawing('') })
  expect(JSON.stringify(log)).toContain('Export it as plain SVG with texts as shapes')
})
