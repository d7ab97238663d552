import type { Layers } from './layers.ts'
import { leastToEnd } from './layers.ts'
import type { Link } from './links.ts'
import type { Phase } from './phase.ts'
import type { OpenWeek, Problem } from './problem.ts'

/**
 * R5.3 or R5.6: the costs of holding a holiday again, or a great one soon after another.
 *
 * Memory: who served each of the weeks that a later one asks about, as a column plus 1; 0 where nobody asks any more.
 */
export function heldPhase(
  problem: Problem,
  layers: Layers,
  pick: (week: OpenWeek) => readonly Link[],
): Phase {
  const links = problem.weeks.map(pick)
  const firstWeek = problem.weeks[0]?.week ?? 0
  const columns = problem.engineers.length

  // By open week and column: the index of the last week that asks whether this column served this one.
  const asked = problem.weeks.map(() => new Int32Array(columns).fill(-1))
  for (const [index, each] of links.entries()) {
    for (const { column, options } of each) {
      for (const { held } of options) {
        const last = held === 'always' ? undefined : asked[held - firstWeek]
        if (last && held !== firstWeek + index) last[column] = Math.max(last[column] ?? -1, index)
      }
    }
  }
  const kept = [...problem.weeks.keys()].filter((index) => asked[index]?.some((last) => last >= 0))
  const slotOf = new Map(kept.map((index, slot) => [index, slot]))

  /** Of these links, each costs what its first option costs that holds. */
  const costOf = (
    index: number,
    column: number,
    served: (week: number, column: number) => boolean,
  ): number => {
    let sum = 0
    for (const link of links[index] ?? []) {
      if (link.ifServing && link.column !== column) continue
      for (const { cost, held } of link.options) {
        const holds =
          held === 'always' ||
          (held === firstWeek + index ? link.column === column : served(held - firstWeek, link.column))
        if (!holds) continue
        sum += cost
        break
      }
    }
    return sum
  }
  // What it costs whoever served the other weeks is no less than what it costs in any case.
  const least = leastToEnd(layers, (index, column) => costOf(index, column, () => false))
  const isFree = links.map((each) => each.length === 0)

  return {
    size: kept.length,
    start: (memory, offset) => {
      for (let slot = 0; slot < kept.length; slot++) memory[offset + slot] = 0
    },
    step: (index, column, memory, from, next, to) => {
      const cost = isFree[index]
        ? 0
        : costOf(index, column, (week, holder) => memory[from + (slotOf.get(week) ?? 0)] === holder + 1)
      for (let slot = 0; slot < kept.length; slot++) {
        const week = kept[slot] ?? 0
        const holder = week === index ? column : (memory[from + slot] ?? 0) - 1
        const isAsked = holder >= 0 && week <= index && (asked[week]?.[holder] ?? -1) > index
        next[to + slot] = isAsked ? holder + 1 : 0
      }
      return cost
    },
    bound: (index, node) => least[index]?.[node] ?? 0,
  }
}
