import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { dateHolidays, holidayTable } from '../../src/oncall/date-holidays.ts'
import { createCalendar } from '../../src/oncall/index.ts'
import { rota } from './rota.ts'

const ENGINE = path.join(import.meta.dirname, '../../src/oncall/index.ts')
const MAX_GZIP_KB = 40

const input = {
  ...rota({
    calendar: 'US',
    holidayTypes: ['public'],
    weights: { 'Christmas Day': 3, 'Thanksgiving Day': 3, "New Year's Day": 2 },
    monthEnd: true,
    second: 'next',
    engineers: { b: { calendar: 'GB-ENG' } },
  }),
  timeZone: 'America/New_York',
}

describe('the engine in a browser', () => {
  let script = ''
  let files: string[] = []

  beforeAll(async () => {
    const built = await build({
      entryPoints: [ENGINE],
      bundle: true,
      minify: true,
      format: 'iife',
      globalName: 'oncall',
      platform: 'browser',
      target: 'es2023',
      write: false,
      metafile: true,
    })
    script = built.outputFiles[0]?.text ?? ''
    files = Object.keys(built.metafile.inputs)
  })

  it(`is at most ${String(MAX_GZIP_KB)} KB, gzip`, () => {
    const kilobytes = gzipSync(script).length / 1024
    console.log(`The on-call engine for a browser: ${kilobytes.toFixed(1)} KB, gzip`)
    expect(script).not.toBe('')
    expect(kilobytes).toBeLessThanOrEqual(MAX_GZIP_KB)
  })

  it('is made of files of `src/oncall/` alone, and of none that knows the library of holidays or the environment', () => {
    expect(files.length).toBeGreaterThan(20)
    for (const file of files) expect(file).toMatch(/(^|\/)src\/oncall\//)
    expect(files.filter((file) => file.endsWith('date-holidays.ts'))).toEqual([])
  })

  it('plans a year without `process`, `require` or a clock, and the same as on the server', () => {
    const context = createContext({
      Intl,
      table: JSON.stringify(holidayTable(['US', 'GB-ENG'], 2024, 2030)),
      input: JSON.stringify(input),
    })
    // A call of the clock would be an input that nobody handed in.
    runInContext('Date.now = () => { throw new Error("a clock") }', context)
    runInContext(script, context)
    const planned: unknown = runInContext(
      `JSON.stringify([2026, 2027].map((year) =>
        oncall.createCalendar(JSON.parse(input), oncall.fromTable(JSON.parse(table))).year(year)))`,
      context,
    )
    const here = createCalendar(input, dateHolidays)
    expect(planned).toBe(JSON.stringify([here.year(2026), here.year(2027)]))
  })

  it('a table without the calendar or the year says so', () => {
    const context = createContext({ Intl, input: JSON.stringify(input) })
    runInContext(script, context)
    const plan = (table: object) => () => {
      const text = JSON.stringify(JSON.stringify(table))
      runInContext(
        `oncall.createCalendar(JSON.parse(input), oncall.fromTable(JSON.parse(${text}))).year(2026)`,
        context,
      )
    }
    expect(plan(holidayTable(['US'], 2025, 2028))).toThrow('No calendar "GB-ENG"')
    expect(plan(holidayTable(['US', 'GB-ENG'], 2026, 2026))).toThrow(
      /The table of holidays has no US for \d{4}/,
    )
  })
})
