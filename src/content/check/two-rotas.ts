import { RotaError, type Shift } from '../../oncall/index.ts'
import { rotaCalendar } from '../facts/rota-calendar.ts'
import { toRotaInput } from '../facts/rota-input.ts'
import type { Content } from '../read/load.ts'
import type { Finding } from '../read/findings.ts'

/**
 * R9: engineers who are on call in two rotas at the same time, from today through the end of next year. One warning for an
 * engineer and a pair of rotas, at the rotation of the later one.
 *
 * @param rotas ids of those that can be planned
 * @param today `YYYY-MM-DD`
 */
export function inTwoRotas(content: Content, rotas: readonly string[], today: string): Finding[] {
  const inputs = rotas.map((rota) => toRotaInput(content, rota))
  const engineers = inputs.map(
    ({ rotation, overrides }) => new Set([...rotation, ...overrides.map(({ engineer }) => engineer)]),
  )
  const shifts = new Map<string, Shift[]>()
  const shiftsOf = (place: number): Shift[] => {
    const [id, input] = [rotas[place] ?? '', inputs[place]]
    const known = shifts.get(id)
    if (known || !input) return known ?? []
    const found = shiftsFrom(input, today)
    shifts.set(id, found)
    return found
  }
  const findings: Finding[] = []
  for (const [later, rota] of rotas.entries()) {
    for (const [earlier, other] of rotas.slice(0, later).entries()) {
      for (const engineer of engineers[later] ?? []) {
        // Most rotas share nobody: those are not planned for this.
        if (!engineers[earlier]?.has(engineer)) continue
        const overlaps = overlapping(shiftsOf(earlier), shiftsOf(later), engineer)
        const [first] = overlaps
        if (first === undefined) continue
        findings.push(finding(content, { rota, other, engineer, first, count: overlaps.length }))
      }
    }
  }
  return findings
}

function shiftsFrom(input: ReturnType<typeof toRotaInput>, today: string): Shift[] {
  try {
    const calendar = rotaCalendar(input)
    const last = Math.max(Number(today.slice(0, 4)) + 1, calendar.firstYear)
    const first = Math.min(Math.max(Number(today.slice(0, 4)) - 1, calendar.firstYear), last)
    return Array.from({ length: last - first + 1 }, (_, index) => calendar.year(first + index))
      .flatMap((year) => year.shifts)
      .filter(({ end }) => end.slice(0, 10) > today)
  } catch (error) {
    // What keeps a rota from being planned has a finding of its own.
    if (error instanceof RotaError) return []
    throw error
  }
}

/** The starts of the times at which the engineer holds both, as instants of the first list. */
function overlapping(some: readonly Shift[], others: readonly Shift[], engineer: string): string[] {
  const mine = (shifts: readonly Shift[]) => shifts.filter((shift) => shift.engineer === engineer)
  const spans = mine(others).map(({ start, end }) => [Date.parse(start), Date.parse(end)] as const)
  return mine(some).flatMap((shift) =>
    spans
      .filter(([start, end]) => start < Date.parse(shift.end) && Date.parse(shift.start) < end)
      .map(([start]) =>
        start > Date.parse(shift.start) ? dateIn(start, shift.start) : shift.start.slice(0, 10),
      ),
  )
}

/** The date of an instant by the offset that another one is written with. */
function dateIn(instant: number, written: string): string {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(written) ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return new Date(instant + offset).toISOString().slice(0, 10)
}

function finding(
  content: Content,
  found: { rota: string; other: string; engineer: string; first: string; count: number },
): Finding {
  const { rota, other, engineer, first, count } = found
  const document = content.rotas.get(rota)
  const index = document?.data.rotation?.indexOf(engineer) ?? -1
  const name = content.engineers.get(engineer)?.data.name ?? engineer
  const times = count === 1 ? 'once' : `${String(count)} times`
  return {
    file: document?.file ?? '',
    ...document?.placeOf(index < 0 ? ['rotation'] : ['rotation', index], 'value'),
    severity: 'warning',
    rule: 'rota-two-at-once',
    message: `${name} is on call in ${other} and ${rota} at the same time: ${times}, first on ${first}`,
    hint: `Let somebody else take one of the two: \`npm run oncall -- cover --help\`, or the page /oncall/${rota}/change/.`,
  }
}
