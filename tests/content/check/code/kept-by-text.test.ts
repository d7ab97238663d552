import { expect, it, vi } from 'vitest'
import { keptByText } from '../../../../src/content/check/code/kept-by-text.ts'

it('what was made of a text is made once', () => {
  const make = vi.fn((text: string) => [text.length])
  const read = keptByText(make, 100)
  expect(read('abc')).toEqual([3])
  expect(read('abc')).toBe(read('abc'))
  expect(read('')).toEqual([0])
  expect(make).toHaveBeenCalledTimes(2)
})

it('of many texts the last are kept, and what is asked for again and again', () => {
  const make = vi.fn((text: string) => text.length)
  const read = keptByText(make, 100)
  for (let number = 0; number < 1000; number++) {
    read('often asked for')
    read(`text ${String(number)}`)
  }
  expect(make).toHaveBeenCalledTimes(1001)
  read('text 999')
  expect(make).toHaveBeenCalledTimes(1001)
  read('text 0')
  expect(make).toHaveBeenCalledTimes(1002)
})
