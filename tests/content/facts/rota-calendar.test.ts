import { expect, it } from 'vitest'
import { rotaCalendar } from '../../../src/content/facts/rota-calendar.ts'
import { rota } from '../../calendar/feeds/sources.ts'

const state = (day: number) =>
  rota({ id: 'states', start: `2026-01-${String(5 + 7 * day).padStart(2, '0')}` })

it('a rota before and after a change is planned once each, however often both are asked for', () => {
  const [before, after] = [rotaCalendar(state(0)), rotaCalendar(state(1))]
  expect(after).not.toBe(before)
  expect(rotaCalendar(state(0))).toBe(before)
  expect(rotaCalendar(state(1))).toBe(after)
})

it('a rota that goes through many states keeps the last ones alone', () => {
  const first = rotaCalendar(state(0))
  for (const handoffTime of ['01:00', '02:00', '03:00', '04:00', '05:00'])
    rotaCalendar({ ...state(0), handoffTime })
  expect(rotaCalendar(state(0))).not.toBe(first)
})
