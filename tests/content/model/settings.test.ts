import { expect, it } from 'vitest'
import { issueSchema } from '../../../src/content/model/issue.ts'
import { rotaSchema } from '../../../src/content/model/rota.ts'

const problemsOf = (families: readonly string[]) =>
  issueSchema.shape.families.safeParse(families).error?.issues.map(({ message }) => message) ?? []

it('a family of error codes is one that the search knows, or the beginning of a code', () => {
  expect(problemsOf(['kafka/availability', 'sql/cast', 'ORA-01', '23505'])).toEqual([])
  expect(problemsOf(['kafka/availabilty'])).toEqual([
    'a family of error codes as kafka/availability is, nor the beginning of a code',
  ])
  expect(problemsOf(['kafka/'])).toHaveLength(1)
})

it('hours that end when they begin are none', () => {
  const ends = (to: string) => rotaSchema.shape.nightHours.safeParse({ from: '22:00', to }).success
  expect(ends('06:00')).toBe(true)
  expect(ends('23:00')).toBe(true)
  expect(ends('22:00')).toBe(false)
})
