import type { Shift } from '../../oncall/index.ts'
import { engineerOf, type KnownEngineer } from './people.ts'
import type { Turn } from './schedule.ts'

/** A time at which the site and another tool name different people. */
export interface Disagreement {
  /** ISO 8601 with an offset, as the rota writes instants. */
  start: string
  end: string
  /** Engineer ids; `null` where nobody is on call. */
  site: string | null
  /** What the file calls the person, where no engineer of the content is meant. */
  file: string | null
  unknown?: true
}

/**
 * Where two calendars disagree on who is on call.
 *
 * @param write how an instant in milliseconds is written
 */
export function disagreements(
  shifts: readonly Shift[],
  turns: readonly Turn[],
  engineers: readonly KnownEngineer[],
  period: { from: number; until: number },
  write: (instant: number) => string,
): Disagreement[] {
  const ours = shifts.map((shift) => ({
    start: Date.parse(shift.start),
    end: Date.parse(shift.end),
    who: shift.engineer,
  }))
  const theirs = turns.map((turn) => {
    const id = engineerOf(turn.person, engineers)
    return { start: turn.start, end: turn.end, who: id ?? turn.person.name, unknown: id === undefined }
  })
  const borders = [...new Set([...ours, ...theirs].flatMap(({ start, end }) => [start, end]))]
    .filter((instant) => instant > period.from && instant < period.until)
    .sort((a, b) => a - b)
  const cuts = [period.from, ...borders, period.until]
  const found: { start: number; end: number; site: string | null; file: string | null; unknown: boolean }[] =
    []
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? start
    const at = <Span extends { start: number; end: number }>(spans: readonly Span[]) =>
      spans.find((span) => span.start <= start && end <= span.end)
    const [site, file] = [at(ours), at(theirs)]
    if (site?.who === file?.who) continue
    const last = found.at(-1)
    const next = {
      start,
      end,
      site: site?.who ?? null,
      file: file?.who ?? null,
      unknown: file?.unknown ?? false,
    }
    if (last?.end === start && last.site === next.site && last.file === next.file) last.end = end
    else found.push(next)
  }
  return found.map(({ start, end, site, file, unknown }) => ({
    start: write(start),
    end: write(end),
    site,
    file,
    ...(unknown && { unknown: true as const }),
  }))
}
