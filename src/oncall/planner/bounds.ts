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

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * The least Σ value² of whole numbers, each between its floor and its ceiling, that add up to at least `total`: what is
 * over the floors is handed out one at a time to whoever has the least. No way to hand it out ends lower, since squares
 * are convex. `Infinity` where the ceilings do not reach the total.
 *
 * @param floors changed in place
 */
export function leastSquares(floors: Float64Array, ceilings: Float64Array, total: number): number {
  let left = total
  for (const floor of floors) left -= floor
  while (left > 0) {
    // Everyone at the lowest level rises together, as far as the next level or the first ceiling.
    let level = Infinity
    let next = Infinity
    let count = 0
    for (let index = 0; index < floors.length; index++) {
      const value = floors[index] ?? 0
      const ceiling = ceilings[index] ?? 0
      if (value >= ceiling) continue
      if (value < level) {
        if (level < next) next = level
        level = value
        count = 0
        next = Math.min(next, ceiling)
      }
      if (value === level) {
        count++
        next = Math.min(next, ceiling)
      } else if (value < next) next = value
    }
    if (count === 0) return Infinity
    const step = Math.min(next - level, Math.floor(left / count))
    const rising = step > 0 ? count : left
    let raised = 0
    for (let index = 0; index < floors.length && raised < rising; index++) {
      if (floors[index] !== level || level >= (ceilings[index] ?? 0)) continue
      floors[index] = level + Math.max(1, step)
      raised++
    }
    left -= raised * Math.max(1, step)
  }
  let sum = 0
  for (const value of floors) sum += value * value
  return sum
}
