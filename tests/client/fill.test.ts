import { describe, expect, it } from 'vitest'
import { placesIn, problemOf, quoted } from '../../src/client/values/fill.ts'

/** A block with all places of X filled in. */
function filled(text: string, value: string, quote: 'sh' | 'sql' | undefined): string {
  const places = placesIn(text, ['X', 'START-AT'], quote === 'sh')
  return places
    .toReversed()
    .reduce(
      (all, place) => all.slice(0, place.start) + quoted(value, place, quote) + all.slice(place.end),
      text,
    )
}

describe('a value in a shell block', () => {
  it.each([
    { text: 'a $X', value: 'clicks', shown: 'a clicks' },
    { text: 'a ${X}s', value: 'click', shown: 'a clicks' },
    { text: 'a $XY', value: 'clicks', shown: 'a $XY' },
    { text: 'a <X> <START-AT>', value: 'b', shown: 'a b b' },
    { text: 'a $X', value: 'two words', shown: "a 'two words'" },
    { text: 'a $X', value: "it's; rm -rf /", shown: "a 'it'\\''s; rm -rf /'" },
    { text: 'a "$X"', value: 'say "$HOME" `id`', shown: 'a "say \\"\\$HOME\\" \\`id\\`"' },
    { text: "awk '$X'", value: 'clicks', shown: "awk '$X'" },
    { text: "awk '<X>'", value: "o'clock", shown: "awk 'o'\\''clock'" },
    { text: "# don't\na $X", value: 'b c', shown: "# don't\na 'b c'" },
    { text: 'a \\" $X', value: 'b c', shown: "a \\\" 'b c'" },
    { text: ': "${X:?Set X first}" && a "$X"', value: 'b c', shown: ': "b c" && a "b c"' },
    { text: 'a ${X:-none} ${X?}', value: 'b c', shown: "a 'b c' 'b c'" },
    { text: 'a ${XY:?Set XY}', value: 'b', shown: 'a ${XY:?Set XY}' },
    { text: '"$((X + 1)) $((1+X)) $(( X ))"', value: '41', shown: '"$((41 + 1)) $((1+41)) $(( 41 ))"' },
    { text: '"$(($X + XY))"', value: '41', shown: '"$((41 + XY))"' },
    { text: '$((X + 1))', value: '$(id)', shown: '$((? + 1))' },
    { text: 'X=1 (X + 1)', value: '2', shown: 'X=1 (X + 1)' },
    { text: ': "${X:?}" "${X%.*}" $X', value: 'a.b', shown: ': "${X:?}" "${X%.*}" $X' },
    { text: 'a ${#X} $X', value: 'b', shown: 'a ${#X} $X' },
  ])('$text with $value', ({ text, value, shown }) => {
    expect(filled(text, value, 'sh')).toBe(shown)
  })
})

describe('a value in a SQL block', () => {
  it.each([
    { text: "DATE '<X>'", value: '2026-11-26', shown: "DATE '2026-11-26'" },
    { text: "name = '<X>'", value: "O'Brien", shown: "name = 'O''Brien'" },
    { text: 'LIMIT <X>', value: '10', shown: 'LIMIT 10' },
    { text: 'name = <X>', value: "x' OR '1'='1", shown: "name = 'x'' OR ''1''=''1'" },
    { text: "-- don't\nSELECT '<X>'", value: "a'b", shown: "-- don't\nSELECT 'a''b'" },
    { text: 'SELECT $X', value: 'a', shown: 'SELECT $X' },
  ])('$text with $value', ({ text, value, shown }) => {
    expect(filled(text, value, 'sql')).toBe(shown)
  })
})

describe('a value is refused', () => {
  const variable = { name: 'X', summary: 'The topic.', pattern: '[a-z]+', example: 'clicks' }
  it.each([
    ['with what it must match', 'a b', 'X must match [a-z]+, for example clicks.'],
    ['of several lines', 'a\nb', 'X must be one line without control characters.'],
    ['of 300 characters', 'a'.repeat(300), 'X must have at most 200 characters.'],
  ])('%s', (_, value, problem) => {
    expect(problemOf(variable, value)).toBe(problem)
  })
  it('not where it fits', () => {
    expect(problemOf(variable, 'clicks')).toBeUndefined()
    expect(problemOf({ name: 'X', summary: '' }, 'a b')).toBeUndefined()
  })
  it('where its pattern is none', () => {
    expect(problemOf({ name: 'X', summary: '', pattern: '(' }, 'a')).toBe('X must match (.')
  })
})
