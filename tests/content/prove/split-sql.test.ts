import { describe, expect, it } from 'vitest'
import { bare, identifiers, statements } from '../../../src/content/prove/split-sql.ts'

describe('cutting SQL into statements', () => {
  it.each([
    ['one without a semicolon', 'SELECT 1', ['SELECT 1']],
    ['two', 'SELECT 1; SELECT 2;', ['SELECT 1', 'SELECT 2']],
    ['a semicolon in a string', "SELECT ';' ; SELECT 2", ["SELECT ';'", 'SELECT 2']],
    ['a doubled quote', "SELECT 'it''s; so'; SELECT 2", ["SELECT 'it''s; so'", 'SELECT 2']],
    [
      'a semicolon in a comment',
      'SELECT 1 -- a; b\n; /* c; */ SELECT 2',
      ['SELECT 1 -- a; b', '/* c; */ SELECT 2'],
    ],
    ['a quoted name', 'SELECT 1 AS "a;b"; SELECT 2', ['SELECT 1 AS "a;b"', 'SELECT 2']],
    ['dollar quotes', 'SELECT $x$ a; b $x$; SELECT 2', ['SELECT $x$ a; b $x$', 'SELECT 2']],
    ['comments alone', '-- nothing\n', []],
    ['an empty text', '', []],
  ])('reads %s', (_, sql, expected) => {
    expect(statements(sql)).toEqual(expected)
  })

  it('finds no names in strings and comments', () => {
    expect(bare("SELECT a -- b\nFROM c WHERE d = 'e'")).not.toMatch(/\b[be]\b/)
    expect([...identifiers("SELECT A FROM c WHERE d = 'e'")]).toEqual([
      'select',
      'a',
      'from',
      'c',
      'where',
      'd',
    ])
  })
})
