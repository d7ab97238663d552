import { expect, it } from 'vitest'
import type { DutyDay } from '../../../src/oncall/index.ts'
import { bandsOf } from '../../../src/calendar/views/year-view.ts'

/** A row of days: a letter is who has the day, in small where they cover, and a dot a place outside of the month. */
const row = (days: string) =>
  [...days].map((letter) =>
    letter === '.'
      ? null
      : ({
          holder: letter.toLowerCase(),
          kind: letter === letter.toLowerCase() ? 'cover' : 'rotation',
        } as DutyDay),
  )

it.each([
  ['a week of one engineer is one band', 'AAAAAAA', [7, 0, 0, 0, 0, 0, 0]],
  ['a month that begins within a week begins a band', '..AAAAA', [0, 0, 5, 0, 0, 0, 0]],
  ['a cover is a band of its own, of whoever has the days around it too', 'bBBBBBB', [1, 6, 0, 0, 0, 0, 0]],
  ['a day off in the middle parts the band', 'AAAbAAA', [3, 0, 0, 1, 3, 0, 0]],
  ['an override over two days is one', 'AAccAAA', [2, 0, 2, 0, 3, 0, 0]],
  ['a month that ends within a week ends it', 'AA.....', [2, 0, 0, 0, 0, 0, 0]],
])('%s: %s', (_, days, bands) => {
  expect(bandsOf(row(days))).toEqual(bands)
})
