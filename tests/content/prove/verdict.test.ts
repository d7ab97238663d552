import { describe, expect, it } from 'vitest'
import { judge, named, accepts } from '../../../src/content/prove/verdict.ts'
import { PLAIN_WORDS, readProof, readWords } from '../../../src/content/read/proof.ts'

const rows = (...verdicts: (string | null)[]) => ({
  columns: ['n', 'verdict'],
  rows: verdicts.map((each) => ['1', each]),
})

describe('a block answers in words', () => {
  it.each([
    ['all rows are ok', rows('ok', 'ok'), 'ok'],
    ['one row cannot tell', rows('ok', 'cannot tell'), 'cannot tell'],
    ['one row is a fault, whatever the others say', rows('cannot tell', 'fault', 'ok'), 'fault'],
    ['no rows', rows(), 'no answer (no rows)'],
    ['NULL', rows('ok', null), 'no answer (verdict NULL is no word of it)'],
    ['an unknown word', rows('fine'), 'no answer (verdict "fine" is no word of it)'],
    ['no such column', { columns: ['n'], rows: [['1']] }, 'no answer (no column "verdict")'],
    ['no statement with rows', undefined, 'no answer (no statement answers with rows)'],
  ])('%s', (_, answer, expected) => {
    expect(named(judge(answer, PLAIN_WORDS))).toBe(expected)
  })

  it('in words of its own, which its fence maps', () => {
    const words = readWords('publish=ok, footnote=fault, block=fault, not yet=cannot tell')
    if ('problem' in words) throw new Error(words.problem)
    expect(named(judge(rows('publish'), words))).toBe('ok')
    expect(named(judge(rows('publish', 'footnote'), words))).toBe('fault')
    expect(named(judge(rows('not yet'), words))).toBe('cannot tell')
  })

  it('and a case may accept several, but never silence', () => {
    expect(accepts('fault or cannot tell', 'cannot tell')).toBe(true)
    expect(accepts('fault or cannot tell', 'ok')).toBe(false)
    expect(accepts('any', 'no answer (no rows)')).toBe(false)
  })
})

describe('a fence', () => {
  const read = (attributes: Record<string, string>, isShell = false) =>
    readProof(new Map(Object.entries(attributes)), isShell)

  it('names a rehearsal, a block and a role', () => {
    expect(read({ test: 'late-data/gate', role: 'gate' })).toMatchObject({
      rehearsal: 'late-data',
      name: 'gate',
      role: 'gate',
      engines: ['duckdb', 'postgresql'],
    })
    expect(read({ test: 'a/b', role: 'gate', engine: 'duckdb' })).toMatchObject({ engines: ['duckdb'] })
    expect(read({ test: 'a/b' }, true)).toMatchObject({ role: 'command', engines: [] })
  })

  it.each([
    [{ test: '../secrets', role: 'gate' }, 'names no block'],
    [{ test: 'late-data', role: 'gate' }, 'names no block'],
    [{ test: 'a/b' }, 'says no role'],
    [{ test: 'a/b', role: 'judge' }, 'no role "judge"'],
    [{ test: 'a/b', role: 'command' }, 'Only a shell block'],
    [{ test: 'a/b', role: 'gate', words: 'publish=fine' }, 'maps no word'],
    [{ test: 'a/b', role: 'gate', words: '=ok' }, 'maps no word'],
    [{ test: 'a/b', role: 'gate', engine: 'oracle' }, 'No engine "oracle" runs here'],
  ])('%o is refused: %s', (attributes, problem) => {
    expect(read(attributes as unknown as Record<string, string>)).toEqual({
      problem: expect.stringContaining(problem) as string,
    })
  })
})
