import { expect, it } from 'vitest'
import { LimitedLines } from '../../src/mcp/limited-lines.ts'

const MAX = 1000
const LONG = 'x'.repeat(MAX)

/** The ids with which lines were left out, and what came through. */
function passed(text: string): { ids: (number | string | undefined)[]; through: string } {
  const ids: (number | string | undefined)[] = []
  const lines = new LimitedLines(MAX, (id) => ids.push(id))
  lines.write(text)
  return { ids, through: String(lines.read() ?? '') }
}

it.each<{ id: string; is: number | string | undefined }>([
  { id: '0', is: 0 },
  { id: '17', is: 17 },
  { id: '-17', is: -17 },
  { id: '999999999999999', is: 999_999_999_999_999 },
  { id: '"né 会"', is: 'né 会' },
  { id: '""', is: '' },
  { id: '007', is: undefined },
  { id: '1.5', is: undefined },
  { id: '1e3', is: undefined },
  { id: '9007199254740993', is: undefined },
  { id: '"a\tb"', is: undefined },
  { id: String.raw`"a\"b"`, is: undefined },
  { id: 'null', is: undefined },
])('of a line that is left out, the id $id is read as $is', ({ id, is }) => {
  const first = `{"id":${id},"method":"${LONG}"}\n`
  const last = `{"jsonrpc":"2.0","method":"${LONG}","id":${id}}\n`
  const between = `{"jsonrpc":"2.0","id": ${id} ,"method":"${LONG}"}\n`
  expect(passed(`${first}${last}${between}{"id":1}\n`)).toEqual({ ids: [is, is, is], through: '{"id":1}\n' })
})
