import { describe, expect, it } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import { createCalendar } from '../../src/oncall/index.ts'
import type { CompareOptions } from './oracle/compare.ts'
import { compare, describeMismatch } from './oracle/compare.ts'
import { SEED, scale } from './scale.ts'

/** The oracle is a second implementation of all rules, whose search is held against every possible plan. */
describe(
  `two years of the JSON against the oracle, seed ${String(scale(0, SEED))}`,
  { timeout: 900_000 },
  () => {
    // At night other rotas each time, which the seed in the name of the test brings back.
    const seeds = (first: number, count: number) =>
      Array.from({ length: count }, (_, index) => first + index + scale(0, SEED))

    it.each<[string, CompareOptions]>([
      ['rotas of one', { seeds: seeds(0, scale(10, 200)), engineers: 1 }],
      ['rotas of two', { seeds: seeds(100, scale(20, 200)), engineers: 2 }],
      ['rotas of three', { seeds: seeds(200, scale(10, 200)), engineers: 3 }],
      ['rotas of four', { seeds: seeds(303, scale(2, 100)), engineers: 4 }],
      ['rotas with published weeks', { seeds: seeds(400, scale(8, 200)), engineers: 3, published: 20 }],
      [
        'rotas in which much happens after publishing',
        { seeds: seeds(500, scale(10, 200)), engineers: 3, published: 20, disturb: true },
      ],
    ])('%s', (_case, options) => {
      expect(
        compare((input) => createCalendar(input, dateHolidays).year, options).map(describeMismatch),
      ).toEqual([])
    })
  },
)
