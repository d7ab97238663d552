import { afterAll, describe, expect, it } from 'vitest'
import { blockKind, blockTest, fenceAttributes } from '../../src/content/read/code-fence.ts'
import { findBlocks } from '../../src/content/read/find.ts'
import type { Block } from '../../src/content/read/find.ts'
import { goals } from './limits.ts'
import { at, readPages } from './pages.ts'

const pages = readPages()
const blocks = pages.flatMap((page) => page.blocks.map((block) => ({ page, block })))
const typed = blocks.filter(({ block }) => block.test.kind !== 'output')

describe('every block of the content', () => {
  it('says how it is tested, or why it is not', () => {
    const silent = blocks.flatMap(({ page, block }) => {
      if (block.test.kind === 'silent')
        return [`${at(page, block)}: add \`test\` or test="none: why" to the fence`]
      return block.test.kind === 'invalid' ? [`${at(page, block)}: ${block.test.problem}`] : []
    })
    expect(silent).toEqual([])
  })

  it('is executed on a fixture where it is SQL, often enough', () => {
    const executed = typed.filter(({ block }) => block.test.kind === 'run')
    expect(executed.length).toBeGreaterThanOrEqual(goals.sqlExecuted)
  })
})

/** How a block is tested in the end: `test="none"` is parsed all the same where something can parse it. */
function depth({ kind, test }: Block): 'executed' | 'parsed' | 'untested' {
  if (test.kind === 'run') return 'executed'
  return kind === 'other' ? 'untested' : 'parsed'
}

afterAll(() => {
  const kinds = [...new Set(typed.map(({ block }) => block.kind))].sort()
  const rows = kinds.map((kind) => {
    const depths = typed.filter(({ block }) => block.kind === kind).map(({ block }) => depth(block))
    const count = (wanted: string) => depths.filter((one) => one === wanted).length
    const tested = depths.length - count('untested')
    const share = `${String(Math.round((100 * tested) / depths.length))} %`
    return `  ${kind.padEnd(11)}${[String(depths.length), String(count('executed')), String(count('parsed')), share].map((cell) => cell.padStart(10)).join('')}`
  })
  const head = `  ${'kind'.padEnd(11)}${['blocks', 'executed', 'parsed', 'tested'].map((cell) => cell.padStart(10)).join('')}`
  console.info(['Blocks of the content that are tested, by kind:', head, ...rows].join('\n'))
})

describe('a fence', () => {
  it.each([
    ['sql', 'test="late-data/lag"', { kind: 'run', fixture: 'late-data', step: 'lag' }],
    ['sql', 'test="dedupe-events"', { kind: 'run', fixture: 'dedupe-events' }],
    ['sql', "title=x test='dedupe-events'", { kind: 'run', fixture: 'dedupe-events' }],
    ['bash', 'test', { kind: 'parse' }],
    ['sql', 'test', { kind: 'parse' }],
    ['bash', 'test="none: needs a broker"', { kind: 'none', reason: 'needs a broker' }],
    ['promql', 'test="none: needs a metrics server"', { kind: 'none', reason: 'needs a metrics server' }],
    ['log', null, { kind: 'output' }],
    ['mermaid', null, { kind: 'output' }],
    ['bash', null, { kind: 'silent' }],
    ['sql', 'title="late"', { kind: 'silent' }],
    [null, null, { kind: 'silent' }],
  ])('%s %s means %o', (language, meta, expected) => {
    expect(blockTest(language, meta)).toEqual(expected)
  })

  it.each([
    ['bash', 'test="none"', 'say why'],
    ['bash', 'test="none:  "', 'say why'],
    ['json', 'test="late-data/lag"', 'only SQL and shell'],
    ['sql', 'test="Late Data"', 'names no block'],
    ['sql', 'test="../secrets"', 'names no block'],
    ['scala', 'test', 'nothing here parses'],
  ])('%s %s is refused: %s', (language, meta, problem) => {
    expect(blockTest(language, meta)).toEqual({
      kind: 'invalid',
      problem: expect.stringContaining(problem) as string,
    })
  })

  it('has attributes with double quotes, single quotes, none, or no value', () => {
    expect([...fenceAttributes(`a="1 2" b='3' c=4 d`)]).toEqual([
      ['a', '1 2'],
      ['b', '3'],
      ['c', '4'],
      ['d', true],
    ])
  })

  it('has its language in any case', () => {
    expect(blockKind('SQL')).toBe('sql')
  })
})

describe('finding the blocks of a page', () => {
  const page = [
    '---',
    'title: A page',
    '---',
    '',
    '## Diagnose',
    '',
    '1. Count.',
    '',
    '   ```sql test="a/b"',
    '   SELECT 1',
    '   ```',
    '',
    '> ```bash test',
    '> ls',
    '> ```',
  ].join('\n')

  it.each(['md', 'mdx'] as const)(
    'sees those in lists and quotes, with the line in the file (%s)',
    (format) => {
      expect(findBlocks(page, format).map(({ line, code, section }) => ({ line, code, section }))).toEqual([
        { line: 9, code: 'SELECT 1', section: 'Diagnose' },
        { line: 13, code: 'ls', section: 'Diagnose' },
      ])
    },
  )

  it('takes an indented block for one that says nothing', () => {
    expect(findBlocks('Text\n\n    rm -rf x\n', 'md').map(({ test }) => test)).toEqual([{ kind: 'silent' }])
  })
})
