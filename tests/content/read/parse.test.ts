import matter from 'gray-matter'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../../src/content/read/source.ts'

const markdown = (text: string) => parseSource(Buffer.from(text), 'markdown')
const yaml = (text: string) => parseSource(Buffer.from(text), 'yaml')
const rules = (text: string) => markdown(text).problems.map(({ rule }) => rule)

describe('YAML is read as version 1.2, whatever a library defaults to', () => {
  test.each([
    ['a time of day stays text', 'at: 17:30', '17:30'],
    ['a date stays text', 'at: 2026-01-05', '2026-01-05'],
    ['yes is text', 'at: yes', 'yes'],
    ['a leading zero makes no octal number', 'at: 012', 12],
  ])('%s', (_, text, value) => {
    expect(yaml(text).data).toEqual({ at: value })
    expect(markdown(`---\n${text}\n---\n`).data).toEqual({ at: value })
  })

  test('a map that is indented with a tab is a mistake, not another map', () => {
    expect(yaml('a:\n\tb: 1\n').problems).toMatchObject([{ rule: 'yaml', offset: 3 }])
  })

  test('a file cannot choose version 1.1', () => {
    expect(yaml('%YAML 1.1\n---\nat: 17:30\n').problems).toMatchObject([{ rule: 'yaml' }])
  })

  test('aliases cannot multiply beyond measure', () => {
    const lines = Array.from({ length: 12 }, (_, depth) => {
      const values =
        depth === 0
          ? 'x'
          : Array(10)
              .fill(`*a${String(depth - 1)}`)
              .join(', ')
      return `a${String(depth)}: &a${String(depth)} [${values}]`
    })
    expect(yaml(lines.join('\n')).problems).toMatchObject([{ rule: 'yaml' }])
  })
})

describe('frontmatter that gray-matter would take for something else is a mistake', () => {
  test('JavaScript is refused and never run', () => {
    const text = '---js\n{ title: (globalThis.wasRun = true) }\n---\n'
    expect(rules(text)).toEqual(['frontmatter-language'])
    expect(globalThis).not.toHaveProperty('wasRun')
  })

  test.each(['---javascript', '---json', '---coffee', '---toml', '---yaml'])('%s is refused', (opening) => {
    expect(rules(`${opening}\ntitle: x\n---\n`)).toEqual(['frontmatter-language'])
  })

  test.each([
    ['a blank first line', '\n---\ntitle: x\n---\n', 'frontmatter-not-first'],
    ['a space before it', ' ---\ntitle: x\n---\n', 'frontmatter-not-first'],
    ['no end', '---\ntitle: x\n', 'frontmatter-unclosed'],
    ['an end with more on its line', '---\ntitle: x\n---more\n', 'frontmatter-unclosed'],
    ['none at all', 'title: x\n', 'frontmatter-missing'],
  ])('%s', (_, text, rule) => {
    expect(rules(text)).toEqual([rule])
  })

  test('a body that opens with a rule gives text, which no schema accepts', () => {
    expect(markdown('---\n\ntext\n\n---\n').data).toBe('text')
  })

  test('a broken file is broken the second time too, though gray-matter remembers it as empty', () => {
    const broken = '---\ntitle: [x\n---\n'
    expect(() => matter(broken)).toThrow()
    expect(matter(broken).data).toEqual({})
    expect(rules(broken)).toEqual(rules(broken))
    expect(rules(broken)).toEqual(['yaml'])
  })
})

describe('text and places', () => {
  test('a byte order mark is dropped', () => {
    expect(markdown('\uFEFF---\ntitle: x\n---\nbody\n')).toMatchObject({
      data: { title: 'x' },
      body: 'body\n',
    })
  })

  test('Windows line endings are read like others', () => {
    const source = markdown('---\r\ntitle: x\r\nsummary: y\r\n---\r\n\r\nbody\r\n')
    expect(source.data).toEqual({ title: 'x', summary: 'y' })
    expect(source.body.trim()).toBe('body')
    expect(source.placeOf(['summary'])).toEqual({ line: 3, column: 10 })
  })

  test('bytes that are no UTF-8 are told with their place', () => {
    const source = parseSource(Buffer.from('name: Fr\u00fchling\n', 'latin1'), 'yaml')
    expect(source.problems).toMatchObject([{ rule: 'not-utf-8', offset: 8 }])
  })

  test.each([
    ['a key', ['list'], 'key', { line: 3, column: 1 }],
    ['a value', ['title'], 'value', { line: 2, column: 8 }],
    ['an item of a list', ['list', 1], 'value', { line: 3, column: 13 }],
    ['a field of an item', ['maps', 0, 'from'], 'value', { line: 5, column: 11 }],
    ['a missing field: the one above it', ['maps', 0, 'to'], 'value', { line: 5, column: 5 }],
    ['an empty value: its key', ['empty'], 'value', { line: 6, column: 1 }],
    ['nothing above it: the first field', ['none'], 'value', { line: 2, column: 1 }],
  ] as const)('%s', (_, path, part, place) => {
    const source = markdown("---\ntitle: 'x'\nlist: [one, two]\nmaps:\n  - from: 1\nempty:\n---\n")
    expect(source.placeOf(path, part)).toEqual(place)
  })

  test('a key such as __proto__ is a key like others', () => {
    expect(Object.keys(yaml('__proto__: { a: 1 }\n').data ?? {})).toEqual(['__proto__'])
  })
})
