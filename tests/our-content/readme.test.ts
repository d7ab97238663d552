import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contentRoot, loadContent } from '../../src/content/read/load.ts'
import { toRotaInput } from '../../src/content/facts/rota-input.ts'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { createCalendar } from '../../src/oncall/index.ts'

const YEARS = Array.from({ length: 10 }, (_, index) => 2026 + index)

test('the README quotes the figures of this rota against the plain rotation', () => {
  const content = loadContent(contentRoot())
  const calendar = createCalendar(toRotaInput(content, 'data-engineering'), dateHolidays)
  const years = YEARS.map((year) => calendar.year(year))
  const total = (engineer: string, kind: 'ledger' | 'roundRobin', figure: 'holidays' | 'repeats') =>
    years
      .flatMap((year) => year[kind])
      .filter((row) => row.engineer === engineer)
      .reduce((sum, row) => sum + row[figure], 0)

  const quoted = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| Engineer '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const computed = calendar.rota.rotation.map((engineer) => [
    content.engineers.get(engineer)?.data.name,
    String(total(engineer, 'ledger', 'holidays')),
    String(total(engineer, 'roundRobin', 'holidays')),
    String(total(engineer, 'ledger', 'repeats')),
    String(total(engineer, 'roundRobin', 'repeats')),
  ])

  expect(quoted).toEqual(computed)
})
