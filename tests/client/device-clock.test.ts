import { describe, expect, it } from 'vitest'
import { clockWarning, timeOf } from '../../src/client/device-clock.ts'

const NOW = Date.parse('2026-11-26T19:00:00Z')
const HOUR = 3_600_000

describe('the clock of a device', () => {
  it.each([
    ['nothing else knows the time', {}],
    ['the network has nearly the same', { network: NOW + 2 * HOUR }],
    ['the site was built before', { build: NOW - 400 * 24 * HOUR }],
    ['the site was built an hour later, by another clock', { build: NOW + HOUR }],
    // Somebody set the date of the build to the future: the network knows better.
    ['the network agrees, whatever the build says', { network: NOW, build: NOW + 30 * 24 * HOUR }],
  ])('is believed where %s', (_what, known) => {
    expect(clockWarning(NOW, known)).toBeUndefined()
  })

  it.each([
    ['ahead of the network', { network: NOW - 48 * HOUR }, /but the network says that it is Tue 24 Nov 2026/],
    ['behind the network', { network: NOW + 48 * HOUR }, /but the network says that it is Sat 28 Nov 2026/],
    ['before the build', { build: NOW + 48 * HOUR }, /but this site was built on Sat 28 Nov 2026/],
  ])('is called wrong where it is %s', (_what, known, text) => {
    expect(clockWarning(NOW, known)).toMatch(text)
  })

  it('is compared with when the answer left its server, also where a cache kept it', () => {
    const answer = (fields: Record<string, string>) => ({ headers: new Headers(fields) })
    expect(timeOf(answer({ date: 'Thu, 26 Nov 2026 19:00:00 GMT' }))).toBe(NOW)
    expect(timeOf(answer({ date: 'Thu, 26 Nov 2026 18:00:00 GMT', age: '3600' }))).toBe(NOW)
    expect(timeOf(answer({ date: 'yesterday' }))).toBeUndefined()
    expect(timeOf(answer({}))).toBeUndefined()
  })
})
