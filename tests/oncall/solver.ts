import createHighs from 'highs'

/** One year’s cycles of equal size, and how many holidays each of their weeks has. */
export interface EvennessProblem {
  members: number
  /** Holidays by cycle and week of the cycle; those that do not count in the year are 0. */
  holidays: readonly (readonly number[])[]
}

let highs: ReturnType<typeof createHighs> | undefined

/**
 * Asks the HiGHS solver whether the members can share the weeks, rested, with Σ balance² ≤ `limit`.
 *
 * The model knows nothing of our search: a binary for each week and engineer; each week has one engineer and each
 * engineer one week of a cycle; between two turns lie at least n − 2 weeks; an engineer’s holidays are laid out in
 * steps that cost 1, 3, 5, …, so that n steps cost n². All share one calendar, so the first cycle’s order is as good
 * as any other and is fixed.
 */
export async function canBeAsEvenAs(problem: EvennessProblem, limit: number): Promise<boolean> {
  highs ??= createHighs()
  const { Status } = (await highs).solve(toModel(problem, limit))
  if (Status === 'Optimal') return true
  if (Status === 'Infeasible') return false
  throw new Error(`HiGHS: ${Status}`)
}

function toModel({ members, holidays }: EvennessProblem, limit: number): string {
  const places = Array.from({ length: members }, (_, index) => index)
  const serves = (cycle: number, place: number, engineer: number) =>
    `x${String(cycle)}_${String(place)}_${String(engineer)}`
  const step = (engineer: number, count: number) => `s${String(engineer)}_${String(count)}`
  const total = holidays.flat().reduce((sum, count) => sum + count, 0)
  const steps = Array.from({ length: total }, (_, index) => index + 1)
  const sum = (terms: string[]) => terms.join(' + ')
  const rules: string[] = []

  for (const cycle of holidays.keys()) {
    for (const one of places) {
      rules.push(`${sum(places.map((engineer) => serves(cycle, one, engineer)))} = 1`)
      rules.push(`${sum(places.map((place) => serves(cycle, place, one)))} = 1`)
      if (cycle === 0) rules.push(`${serves(0, one, one)} = 1`)
    }
    // A turn in place p of a cycle is followed by one in place p − 1 of the next at the earliest.
    if (cycle === 0 || members < 3) continue
    for (const engineer of places) {
      for (const place of places.slice(2)) {
        const tooEarly = places.slice(0, place - 1).map((early) => serves(cycle, early, engineer))
        rules.push(`${sum([serves(cycle - 1, place, engineer), ...tooEarly])} <= 1`)
      }
    }
  }
  for (const engineer of places) {
    const held = holidays.flatMap((weeks, cycle) =>
      weeks.flatMap((count, place) =>
        count > 0 ? [`${String(count)} ${serves(cycle, place, engineer)}`] : [],
      ),
    )
    rules.push(`${sum(held)} - ${steps.map((count) => step(engineer, count)).join(' - ')} = 0`)
  }
  const squares = places.flatMap((engineer) =>
    steps.map((count) => `${String(2 * count - 1)} ${step(engineer, count)}`),
  )
  rules.push(`${sum(squares)} <= ${String(limit)}`)

  return [
    'Minimize',
    `obj: 0 ${serves(0, 0, 0)}`,
    'Subject To',
    ...rules.map((rule, index) => `r${String(index)}: ${rule}`),
    'Bounds',
    ...places.flatMap((engineer) => steps.map((count) => `0 <= ${step(engineer, count)} <= 1`)),
    'Binary',
    ...holidays.flatMap((_, cycle) =>
      places.flatMap((place) => places.map((engineer) => serves(cycle, place, engineer))),
    ),
    'End',
  ].join('\n')
}
