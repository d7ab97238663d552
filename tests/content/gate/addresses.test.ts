import { expect, it } from 'vitest'
import { addressProblem } from '../../../src/content/gate/index.ts'

it.each([
  'https://thanos.example/graph?g0.expr=sum%20by%20(job)%20(%0A%20%20up%0A)',
  'https://thanos.example/graph#expr=a%0D%0A%09b',
])('%s: a query over several lines is an address', (address) => {
  expect(addressProblem(address)).toBeUndefined()
})

it.each([
  'https://a.example/%0d%0aSet-Cookie:x',
  'https://a.example/?a=%00',
  'https://a.example/?a=%1b',
  'mailto:a@example.com?subject=%0abcc:b@example.com',
  '../a%0ab.md',
])('%s: anywhere else a control character is a mistake', (address) => {
  expect(addressProblem(address)).toBeDefined()
})
