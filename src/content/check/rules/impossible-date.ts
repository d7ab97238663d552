import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

const DAY = /(?<![\w.-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w-])/g
const MONTHS = 'February April June September November'.split(' ').map((month) => [month, month.slice(0, 3)])
const ANY_MONTH = MONTHS.flat().join('|')
/** A day of a month that is shorter. */
const SPOKEN = new RegExp(
  `(?<![\\w.:-])(?:(\\d\\d)(?:th|st)? (${ANY_MONTH})|(${ANY_MONTH}) (\\d\\d))(?![\\w:.-])`,
  'g',
)
const LENGTHS: Readonly<Record<string, number>> = { Feb: 29, Apr: 30, Jun: 30, Sep: 30, Nov: 30 }

export const impossibleDate: PageRule = {
  id: 'impossible-date',
  severity: 'warning',
  reason: 'A day that does not exist was mistyped, and nobody knows which one was meant.',
  fix: 'Write a day of the calendar.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      const prose = proseOf(page)
      for (const { 0: written, index } of prose.matchAll(DAY))
        if (!exists(written))
          yield { document: page.document, at: index, message: `There is no day ${written}` }
      for (const { 0: written, 1: a, 2: before, 3: behind = '', 4: b, index } of prose.matchAll(SPOKEN)) {
        const day = Number(a ?? b)
        if (day > (LENGTHS[(before ?? behind).slice(0, 3)] ?? 31) && day <= 31)
          yield { document: page.document, at: index, message: `There is no day ${written}` }
      }
    }
  },
}

function exists(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
