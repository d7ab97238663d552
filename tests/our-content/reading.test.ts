import type { MdastNode } from 'satteri'
import { afterAll, describe, expect, it } from 'vitest'
import { parsePage, plainText } from '../../src/content/read/find.ts'
import { limits, UNPLAIN } from './limits.ts'
import { at, readPages } from './pages.ts'

/** The prose under one heading, up to the next heading of any level. */
interface Section {
  heading: string
  line: number
  /** One entry for each paragraph, with code replaced by nothing that is read. */
  paragraphs: string[]
}

const pages = readPages()

/** Text as it is read: inline code counts as one short word, since nobody reads a name letter by letter. */
function spoken(node: MdastNode): string {
  if (node.type === 'inlineCode') return 'x'
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(spoken).join('') : plainText(node)
}

function sectionsOf(tree: MdastNode): Section[] {
  const sections: Section[] = []
  const visit = (node: MdastNode): void => {
    if (node.type === 'heading') {
      sections.push({ heading: plainText(node), line: node.position?.start.line ?? 1, paragraphs: [] })
    } else if (node.type === 'paragraph') {
      sections.at(-1)?.paragraphs.push(spoken(node))
    } else if (node.type !== 'table' && 'children' in node) {
      node.children.forEach(visit)
    }
  }
  visit(tree)
  return sections
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
}

function sentencesOf(section: Section): string[] {
  return section.paragraphs
    .flatMap((text) => text.split(/(?<=[.!?:;])\s+/u))
    .filter((one) => wordsOf(one).length > 0)
}

/** Everything that is read on a page and is not a block. */
function readText(node: MdastNode): string {
  if (node.type === 'code' || node.type === 'html' || node.type === 'yaml') return ''
  if ('children' in node) {
    const own = ['paragraph', 'heading', 'tableCell'].includes(node.type)
    return own ? `${spoken(node)}\n` : node.children.map(readText).join('')
  }
  return ''
}

/** LIX (Björnsson 1968): mean words of a sentence plus the percentage of words over six letters. */
function lix(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf)
  const long = words.filter((word) => word.length > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}

/** Prints the highest of each figure that has a limit, page by page, above the limits. */
afterAll(() => {
  const rows = pages.map(({ path, source, format }) => {
    const sections = sectionsOf(parsePage(source, format)).map((section) => ({
      words: section.paragraphs.flatMap(wordsOf).length,
      sentences: sentencesOf(section),
    }))
    const rated = sections.filter(({ words }) => words >= limits.lixFromWords)
    const figures = [
      sections.reduce((sum, { words }) => sum + words, 0),
      Math.max(0, ...sections.map(({ words }) => words)),
      Math.max(0, ...sections.flatMap(({ sentences }) => sentences.map((one) => wordsOf(one).length))),
      Math.max(0, ...rated.map(({ sentences }) => Math.round(lix(sentences)))),
    ]
    return { path, figures }
  })
  const line = (name: string, cells: readonly (string | number)[]) =>
    `  ${name.padEnd(64)}${cells.map((cell) => String(cell).padStart(10)).join('')}`
  console.info(
    [
      'Reading: words of a page, of its longest section and sentence, LIX of its hardest section:',
      line('page', ['page', 'section', 'sentence', 'LIX']),
      ...rows.filter(({ figures: [words = 0] }) => words > 0).map(({ path, figures }) => line(path, figures)),
      line('at most', [limits.pageWords, limits.sectionWords, limits.sentenceWords, limits.lix]),
    ].join('\n'),
  )
})

describe.each(pages)('$path', ({ path, source, format, blocks, ...page }) => {
  const sections = sectionsOf(parsePage(source, format))
  const sentences = sections.map((section) => ({ section, sentences: sentencesOf(section) }))
  const words = (section: Section) => section.paragraphs.flatMap(wordsOf).length

  it(`has at most ${String(limits.sectionWords)} words under a heading and ${String(limits.pageWords)} in all`, () => {
    const long = sections.filter((section) => words(section) > limits.sectionWords)
    expect(
      long.map(
        (section) => `${path}:${String(section.line)} "${section.heading}": ${String(words(section))}`,
      ),
    ).toEqual([])
    expect(sections.map(words).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(limits.pageWords)
  })

  it(`has at most ${String(limits.allWords)} words outside of its blocks, tables included`, () => {
    expect(wordsOf(readText(parsePage(source, format))).length).toBeLessThanOrEqual(limits.allWords)
  })

  it('says it in plain words', () => {
    const lines = readText(parsePage(source, format)).split('\n')
    expect(lines.filter((line) => UNPLAIN.test(line))).toEqual([])
  })

  it(`has no sentence over ${String(limits.sentenceWords)} words`, () => {
    const long = sentences
      .flatMap((one) => one.sentences)
      .filter((one) => wordsOf(one).length > limits.sentenceWords)
    expect(long).toEqual([])
  })

  it(`reads easily: a LIX of at most ${String(limits.lix)}`, () => {
    const hard = sentences
      .filter(({ section }) => words(section) >= limits.lixFromWords)
      .map((one) => ({ ...one, lix: Math.round(lix(one.sentences)) }))
      .filter((one) => one.lix > limits.lix)
    expect(
      hard.map(
        ({ section, lix: value }) => `${path}:${String(section.line)} "${section.heading}": ${String(value)}`,
      ),
    ).toEqual([])
  })

  it('has blocks that fit a phone: few lines, and narrow ones where they are typed', () => {
    const big = blocks.flatMap((block) => {
      const lines = block.code.split('\n')
      const where = at({ path, source, format, blocks, ...page }, block)
      const wide = lines.filter((line) => line.length > limits.blockColumns)
      return [
        ...(lines.length > limits.blockLines ? [`${where}: ${String(lines.length)} lines`] : []),
        ...(block.test.kind === 'output'
          ? []
          : wide.map((line) => `${where}: ${String(line.length)} columns`)),
      ]
    })
    expect(big).toEqual([])
  })
})
