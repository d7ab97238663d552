import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contentRoot, loadContent } from '../../src/content/read/load.ts'
import { toRotaInput } from '../../src/content/facts/rota-input.ts'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { createCalendar } from '../../src/oncall/index.ts'
import { TEN_YEARS, tenYearRows } from './ten-years.ts'

test('the README quotes the figures of this rota against the plain rotation', () => {
  const content = loadContent(contentRoot())
  const calendar = createCalendar(toRotaInput(content, 'data-engineering'), dateHolidays)
  const years = TEN_YEARS.map((year) => calendar.year(year))
  const total = (engineer: string, kind: 'ledger' | 'roundRobin', figure: 'holidays' | 'repeats') =>
    years
      .flatMap((year) => year[kind])
      .filter((row) => row.engineer === engineer)
      .reduce((sum, row) => sum + row[figure], 0)

  const quoted = rowsOf(/^\| Engineer /)
  const computed = calendar.rota.rotation.map((engineer) => [
    content.engineers.get(engineer)?.data.name,
    String(total(engineer, 'ledger', 'holidays')),
    String(total(engineer, 'roundRobin', 'holidays')),
    String(total(engineer, 'ledger', 'repeats')),
    String(total(engineer, 'roundRobin', 'repeats')),
  ])

  expect(quoted).toEqual(computed)
})

test('the README quotes ten years of this rota: great holidays, month-ends, repeats, balances, moved turns, proofs', () => {
  const content = loadContent(contentRoot())
  const calendar = createCalendar(toRotaInput(content, 'data-engineering'), dateHolidays)
  expect(rowsOf(/^\| 20\d\d /)).toEqual(tenYearRows(calendar))
})

/** The cells of the README's table rows that begin so. */
function rowsOf(beginning: RegExp): string[][] {
  return readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => beginning.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}
