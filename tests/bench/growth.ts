import type { Measured } from './sizes.ts'

/** By what it is the ratio of. */
export type Ratios = Readonly<Record<string, number>>

/** A ratio may be this much worse before it is a regression: less is the noise of shared machines. */
const TOLERANCE = 1.25
const FAR = 100_000
/** What a build at that size may take: an hour of a core, and the memory of a usual build machine. */
const MAX_SECONDS = 3600
const MAX_MEGABYTES = 7000

/** How a cost grows: 1 in proportion to the size, 2 with its square. */
export function exponent(sizes: readonly [number, number], costs: readonly [number, number]): number {
  return Math.log(costs[1] / costs[0]) / Math.log(sizes[1] / sizes[0])
}

/** How each part grows from one size to the next, and which would be the first to break. */
export function growthLines(bySize: ReadonlyMap<number, Measured>): string[] {
  const sizes = [...bySize.keys()]
  const [small, large] = sizes.slice(-2)
  if (small === undefined || large === undefined) return ['One size says nothing of growth.']
  const [before, after] = [bySize.get(small), bySize.get(large)]
  const lines = [`Growth from ${String(small)} to ${String(large)} issues, as an exponent (1: in proportion)`]
  let first = { name: '', share: 0, says: '' }
  for (const [name, cost] of after ?? []) {
    const was = before?.get(name)
    if (!was) continue
    const grows = exponent([small, large], [was.cpu, cost.cpu])
    const far = (value: number, old: number) =>
      value * (FAR / large) ** Math.max(0, exponent([small, large], [old, value]))
    const seconds = far(cost.cpu, was.cpu)
    const megabytes = cost.memory === 0 ? 0 : far(cost.memory, was.memory)
    lines.push(`  ${name.padEnd(28)} ${grows.toFixed(2)}`)
    for (const [share, says] of [
      [seconds / MAX_SECONDS, `${seconds.toFixed(0)} s of CPU`],
      [megabytes / MAX_MEGABYTES, `${megabytes.toFixed(0)} MB of memory`],
    ] as const)
      if (share > first.share) first = { name: name.trim(), share, says }
  }
  const breaks = first.share > 1 ? 'breaks first' : 'comes nearest to its limit'
  return [...lines, `At ${FAR.toLocaleString('en')} issues, ${first.name} ${breaks}: ${first.says}.`]
}

export function ratioLines(ratios: Ratios): string[] {
  return Object.entries(ratios).map(([name, ratio]) => `${name.padEnd(60)} ${ratio.toFixed(2)}`)
}

/** A line for each ratio that is worse by more than a quarter than it was, or is not measured any more. */
export function worseRatios(before: Ratios, now: Ratios): string[] {
  return Object.entries(before).flatMap(([name, was]) => {
    const is = now[name] ?? NaN
    return is <= was * TOLERANCE
      ? []
      : [`Worse by more than a quarter: ${name}: ${is.toFixed(2)}, it was ${was.toFixed(2)}`]
  })
}
