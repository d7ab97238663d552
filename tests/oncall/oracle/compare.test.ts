import { expect, test } from 'vitest'
import { compare, describeMismatch, firstDifference } from './compare.ts'
import { generate } from './generate.ts'
import { prepare } from './oracle.ts'

const seeds = Array.from({ length: 8 }, (_, seed) => seed)

test('the same rules in another process time zone never differ', () => {
  const zone = process.env.TZ
  try {
    const elsewhere = compare(
      (input) => {
        process.env.TZ = 'Africa/Cairo'
        return prepare(input).year
      },
      { seeds, engineers: 2 },
    )
    expect(elsewhere).toEqual([])
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

test('a candidate that forgets overrides is shown on a rota with nothing but one override', () => {
  const [smallest] = compare((input) => prepare({ ...input, overrides: [] }).year, { seeds, engineers: 2 })
  if (smallest === undefined) throw new Error('no difference found')
  expect(smallest.input.overrides).toHaveLength(1)
  expect(smallest.input.holidays).toEqual({ add: [], remove: [] })
  expect(describeMismatch(smallest)).toMatch(/^seed \d+, \d{4}, at (weeks|shifts)\[/)
})

test('a candidate that throws where the oracle does not is a difference', () => {
  const broken = compare(
    () => () => {
      throw new Error('not written yet')
    },
    { seeds: [1], engineers: 1, shrink: false },
  )
  expect(broken[0]).toMatchObject({ path: '(error)', candidate: 'Error: not written yet' })
})

test('the first difference is named by its path, whatever the order of keys', () => {
  expect(firstDifference({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBeUndefined()
  expect(firstDifference({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toEqual({
    path: 'a[0].b',
    oracle: 1,
    candidate: 2,
  })
  expect(firstDifference({ a: [] }, { a: [1] })).toEqual({ path: 'a[0]', oracle: undefined, candidate: 1 })
})

test('a seed always gives the same rota', () => {
  const options = { engineers: 2, published: 9, disturb: true }
  expect(generate(7, options)).toEqual(generate(7, options))
  expect(generate(7, options)).not.toEqual(generate(8, options))
})
