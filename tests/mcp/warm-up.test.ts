import { resolve } from 'node:path'
import { expect, it, vi } from 'vitest'
import { FIXTURE } from '../support/built-sites.ts'
import { BuiltSite } from '../../src/mcp/built-site.ts'
import { Finder } from '../../src/mcp/find.ts'
import { PassedChecks } from '../../src/mcp/passed-checks.ts'
import { ContentSource, NotServed } from '../../src/mcp/source.ts'
import { WarmUp } from '../../src/mcp/warm-up.ts'

function create() {
  const built = new BuiltSite('/nowhere')
  const passed = new PassedChecks('/dev/null/passed', () => '')
  const source = new ContentSource(
    resolve(FIXTURE),
    built,
    passed,
    { site: 'https://example.com', base: '/' },
    () => new Date('2026-11-22T12:00:00Z'),
  )
  return { source, finder: new Finder(built) }
}

it('makes the search ready once for each state of the content, while nobody asks', async () => {
  const { source, finder } = create()
  const prepare = vi.spyOn(finder, 'prepare')
  const warmUp = new WarmUp(source, finder)
  for (let time = 0; time < 3; time++) warmUp.soon()
  await vi.waitFor(() => {
    expect(prepare).toHaveBeenCalledTimes(1)
  }, 600_000)
  const served = vi.spyOn(source, 'served')
  warmUp.soon()
  await vi.waitFor(() => {
    expect(served).toHaveBeenCalled()
  }, 600_000)
  expect(prepare).toHaveBeenCalledTimes(1)
})

it('asks what somebody will ask, once for each state of the content, and goes on where that fails', async () => {
  const { source, finder } = create()
  const isReady = vi.fn()
  const warmUp = new WarmUp(source, finder, isReady)
  const asked: string[] = []
  warmUp.rehearse(() => {
    asked.push('first')
    throw new Error('It cannot be answered.')
  })
  warmUp.rehearse(({ pages }) => asked.push(pages[0]?.kind ?? ''))
  warmUp.soon()
  await vi.waitFor(() => {
    expect(isReady).toHaveBeenCalledTimes(1)
  }, 600_000)
  expect(asked).toEqual(['first', source.served().pages[0]?.kind])
  warmUp.soon()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(asked).toHaveLength(2)
})

it('leaves what is not begun yet when the client has gone', async () => {
  const { source, finder } = create()
  const prepare = vi.spyOn(finder, 'prepare')
  const warmUp = new WarmUp(source, finder)
  const { served } = source
  const asked = vi.spyOn(source, 'served').mockImplementation(() => {
    warmUp.stop()
    return served.call(source)
  })
  warmUp.soon()
  await vi.waitFor(() => {
    expect(asked).toHaveReturned()
  }, 600_000)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(prepare).not.toHaveBeenCalled()
})

it('says nothing of a content that is not served: the answers do', async () => {
  const { source, finder } = create()
  const served = vi.spyOn(source, 'served').mockImplementation(() => {
    throw new NotServed('It does not pass the check.')
  })
  const prepare = vi.spyOn(finder, 'prepare')
  new WarmUp(source, finder).soon()
  await vi.waitFor(() => {
    expect(served).toHaveBeenCalled()
  }, 600_000)
  expect(prepare).not.toHaveBeenCalled()
})
