/** How many of the weeks must follow the order: the others were swapped. */
const FOLLOWS = 2 / 3
/** Who has no place in the order may have had one week of so many at another's place: as a cover. */
const MAX_COVERED = 1 / 4
/** How many rounds must follow an order that only the later weeks of a file have. */
const MIN_ROUNDS = 3

type Weeks = readonly (string | undefined)[]

/** The order of the whole file, else of its later weeks; or who would lose their turns by the nearest one. */
export function orderSince(
  weeks: Weeks,
): { order: string[]; since: number; covers: string[] } | { order: string[]; lost: string[] } | undefined {
  const whole = orderOf(weeks)
  if (whole && whole.lost.length === 0) return { order: whole.order, since: 0, covers: whole.covers }
  const later = weeks.flatMap((_, since) => {
    const found = since > 0 ? orderOfLater(weeks.slice(since)) : undefined
    return found ? [{ ...found, since }] : []
  })
  const found = later.find(({ covers }) => covers.length === 0) ?? later[0]
  if (found) return found
  return whole && { order: whole.order, lost: whole.lost }
}

/** The order of the last weeks of a file, from the first of them on. */
function orderOfLater(weeks: Weeks): { order: string[]; covers: string[] } | undefined {
  const found = orderOf(weeks)
  if (!found || found.lost.length > 0 || found.order.length < 2) return undefined
  const { order, covers } = found
  const isClear = weeks.length >= order.length * MIN_ROUNDS && order.every((who, week) => weeks[week] === who)
  return isClear ? { order, covers } : undefined
}

/** The order that the most weeks follow, each place by who had it most often; of equals the shortest that loses nobody. */
function orderOf(weeks: Weeks): { order: string[]; covers: string[]; lost: string[] } | undefined {
  const most = new Set(weeks.flatMap((who) => who ?? [])).size
  let best: { order: string[]; covers: string[]; lost: string[]; follows: number } | undefined
  for (let size = 1; size <= most && size < weeks.length; size++) {
    const at = (place: number) => weeks.filter((_who, week) => week % size === place)
    const order = Array.from({ length: size }, (_, place) => commonest(at(place))).flatMap((who) => who ?? [])
    if (new Set(order).size !== size) continue
    const follows = weeks.filter((who, week) => who === order[week % size]).length
    if (follows < weeks.length * FOLLOWS) continue
    const others = [...new Set(weeks.flatMap((who) => who ?? []))].filter((who) => !order.includes(who))
    const lost = others.filter((other) =>
      order.some((_, place) => {
        const here = at(place)
        return here.filter((who) => who === other).length > here.length * MAX_COVERED
      }),
    )
    if (lost.length === 0 && !isFollowedStill(weeks, order)) continue
    const isBetter =
      !best ||
      lost.length > 0 < (best.lost.length > 0) ||
      (lost.length > 0 === best.lost.length > 0 && follows > best.follows)
    if (isBetter) best = { order, covers: others.filter((other) => !lost.includes(other)), lost, follows }
  }
  return best
}

/** Whether the later half follows the order as well, where it is long enough to say: somebody may have left. */
function isFollowedStill(weeks: Weeks, order: readonly string[]): boolean {
  const half = Math.ceil(weeks.length / 2)
  if (weeks.length - half < order.length * 2) return true
  const follows = weeks.filter((who, week) => week >= half && who === order[week % order.length]).length
  return follows >= (weeks.length - half) * FOLLOWS
}

function commonest(names: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
