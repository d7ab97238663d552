/** A shift, or the part of one in which its person alone is on call; instants in milliseconds. */
export interface CertainShift<Shift> {
  start: number
  end: number
  shift: Shift
}

/**
 * The first stretch that reaches past an instant in which one person is on call at every time. Overlaps of two people and
 * gaps are its borders: who is on call there is not certain.
 *
 * @param shifts with instants as ISO 8601; two of one name at once are one person
 * @returns contiguous and in order; empty where nothing is certain
 */
export function certainStretch<Shift extends { start: string; end: string; name: string }>(
  shifts: readonly Shift[],
  instant: number,
): CertainShift<Shift>[] {
  const stretches: CertainShift<Shift>[][] = []
  for (const part of certainParts(shifts)) {
    const stretch = stretches.at(-1)
    if (stretch?.at(-1)?.end === part.start) stretch.push(part)
    else stretches.push([part])
  }
  return stretches.find((stretch) => (stretch.at(-1)?.end ?? 0) > instant) ?? []
}

/** Every time at which one person is on call, alone; contiguous where nothing is between. */
export function certainParts<Shift extends { start: string; end: string; name: string }>(
  shifts: readonly Shift[],
): CertainShift<Shift>[] {
  const timed = shifts
    .map((shift) => ({ shift, start: Date.parse(shift.start), end: Date.parse(shift.end) }))
    .sort((a, b) => a.start - b.start)
  const borders = [...new Set(timed.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const found: CertainShift<Shift>[] = []
  let next = 0
  let active: typeof timed = []
  for (const [place, start] of borders.entries()) {
    const end = borders[place + 1] ?? start
    active = active.filter((each) => each.end > start)
    for (let each = timed[next]; each?.start === start; each = timed[next]) {
      active.push(each)
      next += 1
    }
    const [holder] = active
    if (!holder || active.some(({ shift }) => shift.name !== holder.shift.name)) continue
    const last = found.at(-1)
    if (last?.shift === holder.shift && last.end === start) last.end = end
    else found.push({ start, end, shift: holder.shift })
  }
  return found
}
