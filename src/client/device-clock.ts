import { shortDate } from '../text/dates.ts'
import { readerTime } from './zoned-time.ts'

/** A clock that is some minutes off still names the right person; one that is off by half a day may not. */
const MAX_OFF = 12 * 3_600_000

/** What else knows the time: the network says what it is, a build that it cannot be earlier. */
export interface KnownTime {
  network?: number | undefined
  build?: number | undefined
}

/**
 * What a reader must know where the clock of the device is wrong: who is on call, deadlines and what is overdue go by it.
 *
 * @param now what the device takes for now, as all instants in milliseconds since 1970
 * @returns `undefined` where nothing contradicts it
 */
export function clockWarning(now: number, { network, build }: KnownTime): string | undefined {
  const isOff = network !== undefined && Math.abs(now - network) > MAX_OFF
  const isBefore = network === undefined && build !== undefined && build - now > MAX_OFF
  if (!isOff && !isBefore) return undefined
  const why = isOff
    ? `the network says that it is ${when(network)}`
    : `this site was built on ${when(build ?? 0)}`
  return `The clock of this device says ${when(now)}, but ${why}. Set the clock: who is on call now and every deadline on this page go by it.`
}

/** When an answer left its server, where it says so; what a cache kept says how old it is. */
export function timeOf({ headers }: { headers: Pick<Headers, 'get'> }): number | undefined {
  const sent = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(sent) ? undefined : sent + Number(headers.get('age') ?? 0) * 1000
}

function when(instant: number): string {
  const { date, time } = readerTime(instant)
  return `${shortDate(date)} ${date.slice(0, 4)} ${time}`
}
