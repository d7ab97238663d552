import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watch } from '../../../src/content/prove/engines/time-limit.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A process that gets so much of a core, from now on. */
function machine(cores: number) {
  const start = performance.now()
  return { wall: () => performance.now(), computed: () => (performance.now() - start) * cores }
}

/** When a statement of ten seconds that never ends is stopped, in seconds on the wall. */
function stoppedAt(cores: number, beside = 0): number | undefined {
  const start = performance.now()
  let at: number | undefined
  const others = Array.from({ length: beside }, () => watch(10, () => undefined, machine(cores)))
  const end = watch(
    10,
    () => {
      at = (performance.now() - start) / 1000
    },
    machine(cores),
  )
  vi.advanceTimersByTime(300_000)
  for (const each of [end, ...others]) each()
  return at
}

it('a statement without an end is stopped after its seconds where the machine has nothing else to do', () => {
  expect(stoppedAt(1)).toBe(10)
  expect(stoppedAt(2)).toBe(10)
})

it('on a busy machine it is stopped when it has computed for so long', () => {
  expect(stoppedAt(0.5)).toBe(20)
  expect(stoppedAt(0.25)).toBe(40)
})

it('what the process computes is shared by the statements that run in it', () => {
  expect(stoppedAt(1, 1)).toBe(20)
  expect(stoppedAt(2, 1)).toBe(10)
})

it('one that computes nothing is stopped too, after two minutes', () => {
  expect(stoppedAt(0)).toBe(120)
})

it('one that ends is not stopped, and leaves the others their whole share', () => {
  const stop = vi.fn()
  const end = watch(10, stop, machine(1))
  vi.advanceTimersByTime(9_999)
  end()
  end()
  vi.advanceTimersByTime(300_000)
  expect(stop).not.toHaveBeenCalled()
  expect(stoppedAt(1)).toBe(10)
})
