import { describe, expect, it } from 'vitest'
import { problemOf, quoted, usesIn } from '../../src/client/values/fill.ts'
import { placesIn } from '../../src/client/values/places.ts'

/** A block with all places of X filled in. */
function filled(text: string, value: string, quote: 'sh' | 'sql' | undefined): string {
  const places = placesIn(text, ['X', 'START-AT'], quote === 'sh')
  return places.toReversed().reduce((all, place) => {
    const { start, end } = place
    return all.slice(0, start) + (quoted(value, place, quote) || all.slice(start, end)) + all.slice(end)
  }, text)
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
    { text: "echo '<X>'", value: "o'clock", shown: "echo 'o'\\''clock'" },
    { text: "awk '<X>'", value: "o'clock", shown: "awk '<X>'" },
    { text: 'awk <X>', value: 'clicks', shown: 'awk clicks' },
    { text: 'a "$X" <X>', value: 'b!!c', shown: `a "b"'!!'"c" 'b!!c'` },
    { text: 'a $X --b=$X', value: '--all-groups', shown: 'a $X --b=$X' },
    { text: 'a $X', value: '-5', shown: 'a -5' },
    { text: 'a $X', value: '=ls', shown: "a '=ls'" },
    { text: "a '<X> b'", value: 'c d', shown: "a '<X> b'" },
    { text: 'a \'b/<X>\' "$HOME/<X>"', value: 'c d', shown: 'a \'b/c d\' "$HOME/c d"' },
    { text: 'a $<X> \\<X> <X>', value: 'c d', shown: "a $<X> \\<X> 'c d'" },
    { text: '(( X > 1 )) && a', value: 'b', shown: '(( ? > 1 )) && a' },
    { text: '$((X + 1))', value: '9999999999999999999', shown: '$((? + 1))' },
    { text: "# don't\na $X # <X>", value: '$(id)', shown: "# don't\na $X # <X>" },
    { text: '# make sure\na $X', value: '$(id)', shown: "# make sure\na '$(id)'" },
    { text: "# don't\na $X", value: 'b c', shown: "# don't\na 'b c'" },
    { text: 'a \\" $X', value: 'b c', shown: "a \\\" 'b c'" },
    { text: ': "${X:?Set X first}" && a "$X"', value: 'b c', shown: ': "b c" && a "b c"' },
    { text: 'a ${X:-none} ${X?}', value: 'b c', shown: "a 'b c' 'b c'" },
    { text: 'a ${XY:?Set XY}', value: 'b', shown: 'a ${XY:?Set XY}' },
    { text: '"$((X + 1)) $((1+X)) $(( X ))"', value: '41', shown: '"$((41 + 1)) $((1+41)) $(( 41 ))"' },
    { text: '"$(($X + XY))"', value: '41', shown: '"$((41 + XY))"' },
    { text: '$((X + 1))', value: '$(id)', shown: '$((? + 1))' },
    {
      text: '$(($X + 1)) $((<X> + 1)) $((${X} + 1))',
      value: 'five',
      shown: '$((? + 1)) $((? + 1)) $((? + 1))',
    },
    { text: '$((X + 1))', value: '010', shown: '$((? + 1))' },
    { text: '$(( (X + 1) * (2 - (X)) ))', value: '41', shown: '$(( (41 + 1) * (2 - (41)) ))' },
    { text: '$(($(date +%s) - X)) $X', value: '41', shown: '$(($(date +%s) - X)) $X' },
    { text: 'cat <<X>out', value: 'a', shown: 'cat <<X>out' },
    { text: 'a "$(b "<X>")" $X', value: 'clicks', shown: 'a "$(b "clicks")" clicks' },
    { text: 'a "$(b "<X>")" $X', value: 'b c', shown: 'a "$(b "<X>")" $X' },
    { text: 'psql -c "SELECT \'<X>\'"', value: 'it is', shown: 'psql -c "SELECT \'<X>\'"' },
    { text: "a; # don't\nb;# don't\nc $X", value: 'b c', shown: "a; # don't\nb;# don't\nc 'b c'" },
    { text: "it's $X", value: 'b c', shown: "it's $X" },
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
    { text: 'ORDER BY <X>', value: '1', shown: 'ORDER BY 1' },
    { text: 'FROM <X>', value: 'sales.clicks', shown: 'FROM sales.clicks' },
    { text: 'DATE <X>', value: '2026-11-26', shown: "DATE '2026-11-26'" },
    { text: 'a = <X> AND b', value: '1--', shown: "a = '1--' AND b" },
    { text: 'DELETE FROM a WHERE day = <X>', value: 'day', shown: "DELETE FROM a WHERE day = 'day'" },
    { text: "name = '<X>'", value: "\\'; DROP TABLE a", shown: "name = '<X>'" },
    { text: 'delete from t where id in (<X>)', value: 'id', shown: "delete from t where id in ('id')" },
    { text: 'id between <X> and <X>', value: 'id', shown: "id between 'id' and 'id'" },
    { text: 'id like <X>', value: 'id', shown: "id like 'id'" },
    { text: 'id = lower(<X>)', value: 'id', shown: "id = lower('id')" },
    { text: 'id = cast(<X> as int)', value: 'id', shown: "id = cast('id' as int)" },
    { text: 'id is not distinct from <X>', value: 'id', shown: "id is not distinct from 'id'" },
    { text: "id = trim(lower(' ') from <X>)", value: 'id', shown: "id = trim(lower(' ') from 'id')" },
    { text: 'id in ( -- from\n<X>)', value: 'id', shown: "id in ( -- from\n'id')" },
    { text: 'id = any(array[<X>, <X>])', value: 'id', shown: "id = any(array['id', 'id'])" },
    { text: 'values (<X>)', value: 'id', shown: "values ('id')" },
    {
      text: '(select count(*) from <X> group by <X>)',
      value: 'id',
      shown: '(select count(*) from id group by id)',
    },
    { text: 'a JOIN s.<X> ON <X>.b = <X>(c)', value: 'id', shown: 'a JOIN s.id ON id.b = id(c)' },
    {
      text: 'INSERT INTO <X> (a) SELECT b FROM\n  <X>',
      value: 'id',
      shown: 'INSERT INTO id (a) SELECT b FROM\n  id',
    },
    { text: 'UPDATE <X> SET a = <X>', value: 'id', shown: "UPDATE id SET a = 'id'" },
    {
      text: 'DROP TABLE IF EXISTS <X>; TRUNCATE `<X>`',
      value: 'id',
      shown: 'DROP TABLE IF EXISTS id; TRUNCATE `id`',
    },
    { text: '/* a */ SELECT <X>', value: '1--', shown: '/* a */ SELECT <X>' },
    { text: 'name = <X>', value: "x' OR '1'='1", shown: "name = 'x'' OR ''1''=''1'" },
    { text: "-- don't\nSELECT '<X>'", value: "a'b", shown: "-- don't\nSELECT 'a''b'" },
    { text: 'SELECT $X', value: 'a', shown: 'SELECT $X' },
    { text: "/* it's */ SELECT <X>", value: '1; DROP TABLE a', shown: "/* it's */ SELECT <X>" },
    { text: "SELECT 1--don't\n, <X>", value: 'a b', shown: "SELECT 1--don't\n, 'a b'" },
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

describe('a value of two words', () => {
  const variables = [
    { name: 'X', summary: '' },
    { name: 'Y', summary: '', quote: 'sql' as const },
  ]
  it.each([
    ['bash', '<X>', "'b c'"],
    ['', '<X>', "'b c'"],
    ['bash', 'psql "<Y>"', ''],
    ['console', '$ a <X>', ''],
    ['shell-session', '$ a <X>', ''],
    ['powershell', '<X>', ''],
    ['python', '"<X>"', ''],
    ['text', "It's <X>", 'b c'],
    ['yaml', 'a: <X>', ''],
    ['json', '{ "a": "<X>" }', ''],
    ['promql', 'a{b="<X>"}', 'b c'],
    ['sql', '<Y>', "'b c'"],
  ])('in a block of %j that is %j is written as %j', (language, text, written) => {
    const uses = usesIn(text, variables, language)
    expect(uses.map(({ place, quote }) => quoted('b c', place, quote))).toEqual([written])
  })
})
