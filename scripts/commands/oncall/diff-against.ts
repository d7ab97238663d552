import { disagreements, type Disagreement } from '../../../src/calendar/import/disagreements.ts'
import { turnsBetween } from '../../../src/calendar/import/expand.ts'
import { knownEngineers } from '../../../src/calendar/import/known-engineers.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import { toInstant } from '../../../src/oncall/handoff.ts'
import { count, moment } from '../../../src/text/wording.ts'
import type { Context } from '../../lib/command-definition.ts'
import { UsageError } from '../../lib/command-error.ts'
import { readFile } from './import.ts'
import type { Rota } from './open-rota.ts'

/** What a file of another tool and the rota name differently, over the time from now on that both cover. */
export interface Against {
  rota: string
  file: string
  from: string
  until: string
  disagreements: Disagreement[]
}

/** @throws UsageError where the file cannot be read, or covers no time that the rota covers */
export function compareWith(rota: Rota, file: string, { now }: Context): Against {
  const zone = rota.input.timeZone
  const schedule = readFile(file, { timeZone: zone, handoff: rota.input.handoffTime, now })
  const shifts = shownYears(rota.calendar, now).flatMap((year) => rota.calendar.year(year).shifts)
  const [first, last] = [shifts.at(0), shifts.at(-1)]
  const start = Math.max(now.getTime(), Date.parse(first?.start ?? ''))
  const turns = turnsBetween(schedule, zone, start, Date.parse(last?.end ?? ''))
  const [from, until] = [
    Math.min(...turns.map((turn) => turn.start)),
    Math.max(...turns.map((turn) => turn.end)),
  ]
  if (turns.length === 0) {
    throw new UsageError(
      `${file} has no shift from now to ${last?.end ?? 'the end of the plan'}.`,
      'Export the shifts to come.',
    )
  }
  const write = (instant: number) => toInstant(instant, zone)
  const period = { from, until }
  return {
    rota: rota.input.id,
    file,
    from: write(from),
    until: write(until),
    disagreements: disagreements(shifts, turns, knownEngineers(rota.content), period, write),
  }
}

export function againstText({ input }: Rota, found: Against): string {
  const zone = input.timeZone
  const name = (id: string | null) => (id === null ? 'nobody' : (input.engineers[id]?.name ?? id))
  const at = (instant: string) => moment(instant, zone)
  const period = `from ${at(found.from)} to ${at(found.until)} (${zone})`
  if (found.disagreements.length === 0) return `The site and ${found.file} agree ${period}.`
  return [
    `The site and ${found.file} disagree ${count(found.disagreements.length, 'time')} ${period}:`,
    ...found.disagreements.map(
      ({ start, end, site, file, unknown }) =>
        `  ${at(start)} to ${at(end)}: the site has ${name(site)}, the file ${name(file)}${unknown ? ', who is no engineer of this content' : ''}`,
    ),
  ].join('\n')
}
