/**
 * The most even end that is left when every member may serve any open week of a cycle, once each: R5.3 without the rest
 * between turns. Where all members have the same holidays, names make no difference, so few cases have to be told apart.
 *
 * It sees what `leastSquares` cannot: the holidays of one week stay together, and two weeks of one cycle go to two people.
 */
export interface EvenSplit {
  /**
   * The least Σ balance².
   *
   * @param cycle index of the current cycle
   * @param done how many of its open weeks are served
   * @param served balances of who has served in it
   * @param waiting balances of who has not
   */
  least(cycle: number, done: number, served: readonly number[], waiting: readonly number[]): number
}

/** @param cycles the holidays of each open week, by cycle; as many weeks as members who share them */
export function createEvenSplit(cycles: readonly (readonly number[])[]): EvenSplit {
  const known = new Map<string, number>()
  const isOver = cycles.map((weeks) =>
    [...weeks, 0].map((_, done) => weeks.slice(done).every((holidays) => holidays === 0)),
  )

  const least = (
    cycle: number,
    done: number,
    served: readonly number[],
    waiting: readonly number[],
  ): number => {
    const holidays = cycles[cycle]
    if (!holidays) return [...served, ...waiting].reduce((sum, balance) => sum + balance ** 2, 0)
    // Nothing left to hand out in this cycle: who has served it no longer matters.
    if (isOver[cycle]?.[done]) return least(cycle + 1, 0, [], [...served, ...waiting])
    const rising = sortedCopy(waiting)
    // How many have served follows from `done`, so the two sorted lists need no mark between them.
    const key = String.fromCharCode(cycle, done, ...sortedCopy(served), ...rising)
    const found = known.get(key)
    if (found !== undefined) return found
    let best = Infinity
    const weeks = holidays.slice(done).filter((count) => count > 0)
    for (const after of distributions(weeks, rising)) {
      best = Math.min(best, least(cycle + 1, 0, [], [...served, ...after]))
    }
    known.set(key, best)
    return best
  }

  return { least }
}

/** Every way to give each week to another person that ends in other balances. */
function* distributions(weeks: readonly number[], balances: readonly number[]): Generator<number[]> {
  const [holidays, ...rest] = weeks
  if (holidays === undefined) {
    yield [...balances]
    return
  }
  const tried = new Set<number>()
  for (const [place, balance] of balances.entries()) {
    // Of people with the same balance, it does not matter who.
    if (tried.has(balance)) continue
    tried.add(balance)
    for (const others of distributions(rest, balances.toSpliced(place, 1)))
      yield [...others, balance + holidays]
  }
}

/** Insertion sort: the quickest for a handful of numbers, and this is asked for at every step of the search. */
function sortedCopy(values: readonly number[]): number[] {
  const sorted: number[] = []
  for (const value of values) {
    let place = sorted.length
    for (; place > 0 && (sorted[place - 1] ?? 0) > value; place--) sorted[place] = sorted[place - 1] ?? 0
    sorted[place] = value
  }
  return sorted
}
