import { IANAZone } from 'luxon'

/** Since when (minutes since 1970) a zone's clocks are how many minutes ahead of UTC; in order. */
export type ZoneOffsets = [since: number, ahead: number][]

const DAY = 1440

/** Every page asks for those of its rota: thousands of days, one answer. */
const known = new Map<string, ZoneOffsets>()

/** The offsets in force from one minute to another, the first of them given as of `start`. */
export function zoneOffsets(zone: string, start: number, end: number): ZoneOffsets {
  const key = `${zone} ${String(start)} ${String(end)}`
  const offsets = known.get(key) ?? search(zone, start, end)
  known.set(key, offsets)
  return offsets
}

function search(zone: string, start: number, end: number): ZoneOffsets {
  const rules = IANAZone.create(zone)
  const ahead = (minute: number) => rules.offset(minute * 60_000)
  const offsets: ZoneOffsets = [[start, ahead(start)]]
  for (let day = start; day < end; day += DAY) {
    if (ahead(day) === ahead(day + DAY)) continue
    let [before, after] = [day, day + DAY]
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (ahead(middle) === ahead(day)) before = middle
      else after = middle
    }
    offsets.push([after, ahead(after)])
  }
  return offsets
}
