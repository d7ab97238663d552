import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, test } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { createCalendar } from '../../src/oncall/index.ts'
import { report } from './report.ts'
import { benchRota } from './rotas.ts'

const MIXED = ['US', 'GB-ENG', 'DE-BY', 'IN', 'JP', 'FR']

/** Limits of the budgets, printed beside what was measured: a slow machine must not fail a build. */
describe('planning', { timeout: 300_000 }, () => {
  test.for([
    { name: '4 engineers, one year', rota: benchRota(4, ['US']), limit: 50, iterations: 20 },
    {
      name: '6 engineers with mixed calendars, one year',
      rota: benchRota(6, MIXED),
      limit: 2_000,
      iterations: 3,
    },
    // The budgets name none for these, but nobody should wait: alike, six people leave the most ways to be even.
    { name: '4 engineers in Japan, one year', rota: benchRota(4, ['JP']), limit: 2_000, iterations: 3 },
    { name: '6 engineers in the US, one year', rota: benchRota(6, ['US']), limit: 2_000, iterations: 3 },
    { name: '6 engineers in Mexico, one year', rota: benchRota(6, ['MX']), limit: 2_000, iterations: 3 },
  ])('$name: at most $limit ms', async ({ name, rota, limit, iterations }, { bench }) => {
    const plan = () => void createCalendar(rota, dateHolidays).year(2026)
    const { latency } = await bench(name, plan).run({
      iterations,
      time: 0,
      warmupIterations: 2,
      warmupTime: 0,
    })
    report(
      name,
      `${latency.mean.toFixed(0)} ms on average, ${latency.min.toFixed(0)} ms at best`,
      `${String(limit)} ms`,
    )
  })

  test('12 engineers, 10 years: at most 5 s and 512 MB', () => {
    // In a process of its own, whose peak of memory is the planner's and not the test runner's.
    const child = spawnSync(process.execPath, [path.join(import.meta.dirname, 'ten-years.ts')], {
      encoding: 'utf8',
    })
    if (child.status !== 0) throw new Error(child.stderr)
    const { milliseconds, megabytes } = JSON.parse(child.stdout)
    report(
      '12 engineers, 10 years',
      `${(milliseconds / 1000).toFixed(1)} s, ${String(megabytes)} MB at most`,
      '5 s, 512 MB',
    )
  })
})
