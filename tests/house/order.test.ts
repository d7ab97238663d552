import { expect, it } from 'vitest'
import { spread } from '../support/sequencer.ts'

const names = (letter: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${letter}${String(at)}`)

it('files that wait for a browser or a build begin evenly among the others, each once and none at first', () => {
  const few = names('slow', 5)
  const many = names('quick', 40)
  const order = spread(few, many)
  expect(order.filter((name) => name.startsWith('slow'))).toEqual(few)
  expect(order.filter((name) => name.startsWith('quick'))).toEqual(many)
  const places = few.map((name) => order.indexOf(name))
  expect(places[0]).toBeGreaterThanOrEqual(4)
  // Two of them beside each other would wait for the same.
  const gaps = places.slice(1).map((place, at) => place - (places[at] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(9)
})

it('files are all run where there are only slow ones, only quick ones or none', () => {
  expect(spread(['a', 'b'], [])).toEqual(['a', 'b'])
  expect(spread([], ['a', 'b'])).toEqual(['a', 'b'])
  expect(spread([], [])).toEqual([])
})
