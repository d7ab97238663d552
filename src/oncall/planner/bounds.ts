/** Lower bounds that let the search leave out what cannot win (see `search.ts`). */

/** Past this many members the table over all subsets would cost more than it saves. */
const LARGEST_SUBSET_TABLE = 12

/**
 * The least total cost of giving the weeks that are left in a cycle to the members who have not served.
 *
 * @param costs one row a week of the cycle, one column a member
 * @returns by the bit set of members who have served (the first weeks of the cycle are theirs)
 */
export function remainingCost(costs: readonly (readonly number[])[]): (served: number) => number {
  const size = costs.length
  if (costs.every((row) => row.every((cost) => cost === 0))) return () => 0
  if (size > LARGEST_SUBSET_TABLE) return cheapestRows(costs)
  const least = new Float64Array(1 << size)
  for (let served = (1 << size) - 2; served >= 0; served--) {
    const row = costs[countBits(served)] ?? []
    let cheapest = Infinity
    for (let member = 0; member < size; member++) {
      if (served & (1 << member)) continue
      cheapest = Math.min(cheapest, (row[member] ?? 0) + (least[served | (1 << member)] ?? 0))
    }
    least[served] = cheapest
  }
  return (served) => least[served] ?? 0
}

function cheapestRows(costs: readonly (readonly number[])[]): (served: number) => number {
  const suffix = new Array<number>(costs.length + 1).fill(0)
  for (let row = costs.length - 1; row >= 0; row--) {
    suffix[row] = (suffix[row + 1] ?? 0) + Math.min(...(costs[row] ?? [0]))
  }
  return (served) => suffix[countBits(served)] ?? 0
}

export function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

const sorted: number[] = []

/** Insertion sort: the quickest for a handful of numbers, and it allocates nothing. */
function sortInto(target: number[], values: readonly number[]): void {
  target.length = 0
  for (const value of values) {
    let place = target.length
    for (; place > 0 && (target[place - 1] ?? 0) > value; place--) target[place] = target[place - 1] ?? 0
    target[place] = value
  }
}

/**
 * The least Σ value² after at least `units` more have been handed out, one at a time, to whoever has the least:
 * no way to hand them out ends lower, since squares are convex.
 */
export function leastSquares(values: readonly number[], units: number): number {
  sortInto(sorted, values)
  let level = sorted[0] ?? 0
  let filled = 1
  let left = units
  while (left > 0 && filled < sorted.length) {
    const step = Math.min((sorted[filled] ?? 0) - level, Math.floor(left / filled))
    level += step
    left -= step * filled
    if (level < (sorted[filled] ?? 0)) break
    filled++
  }
  if (left > 0 && filled === sorted.length) {
    level += Math.floor(left / filled)
    left %= filled
  }
  let sum = left * (level + 1) ** 2 + (filled - left) * level ** 2
  for (let index = filled; index < sorted.length; index++) sum += (sorted[index] ?? 0) ** 2
  return sum
}
