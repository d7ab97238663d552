import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/content/prove/mutations/index.ts'
import { exceptionFor } from '../../../src/content/prove/scope.ts'

const change = (kind: string, table: string, column: string): Change => ({
  kind,
  tables: [table],
  column,
  what: `${table}.${column} of the kind ${kind}`,
  sql: [],
  meaning: 'harmful',
})
const pairOf = (...parts: Change[]): Change => ({
  kind: 'pair',
  tables: parts.flatMap(({ tables }) => tables),
  what: parts.map(({ what }) => what).join('; '),
  sql: [],
  meaning: 'harmful',
  parts,
})
const blank = change('key-blank', 'lines', 'entry_id')
const spelled = change('key-case', 'units', 'unit')
const doubled = change('exact-copy', 'units', 'unit')
const exceptions = [
  { kinds: ['key-blank'], what: 'Ids with blanks', why: 'It adds up.' },
  { kinds: ['key-case'], columns: ['unit'], what: 'Names in other letters', why: 'It adds up.' },
]

describe('two changes at once', () => {
  it('need not be noticed where neither of them needs to be', () => {
    expect(exceptionFor(exceptions, pairOf(blank, spelled))?.what).toBe('Ids with blanks')
  })

  it('have to be noticed where one of them has to be', () => {
    expect(exceptionFor(exceptions, pairOf(blank, doubled))).toBeUndefined()
    expect(exceptionFor(exceptions, pairOf(doubled, spelled))).toBeUndefined()
  })

  it('are excepted by their own name', () => {
    const own = { kinds: ['pair'], what: 'Two faults that cancel out', why: 'It compares sums.' }
    expect(exceptionFor([own], pairOf(blank, doubled))).toBe(own)
  })
})
