import { isDeepStrictEqual } from 'node:util'
import { rotaCalendar } from '../../content/facts/rota-calendar.ts'
import type { PublishedWeek, RotaInput } from '../../oncall/index.ts'
import { plusDays } from '../../text/wording.ts'

/** What to do with the published weeks (R11). Dates name a duty day of the first or last week concerned. */
export type Revision = { kind: 'through'; date: string } | { kind: 'from'; date: string } | { kind: 'amend' }

/** One published week that a revision adds (no `before`) or changes. */
export interface RevisedWeek {
  before: PublishedWeek | undefined
  after: PublishedWeek
}

/**
 * The published weeks after a revision: all of them, in order.
 *
 * @throws RotaError where no calendar can be computed
 */
export function revise(rota: RotaInput, revision: Revision): readonly PublishedWeek[] {
  const { published } = rota
  const last = published.at(-1)
  switch (revision.kind) {
    case 'through':
      return last && revision.date < last.start ? published : rotaCalendar(rota).publishable(revision.date)
    case 'from':
      return last ? rotaCalendar(withoutWeeksFrom(rota, revision.date)).publishable(last.start) : published
    case 'amend':
      return rotaCalendar(rota).amended()
  }
}

/** The rota as if the week that holds the date, and those after it, had not been published. */
export function withoutWeeksFrom(rota: RotaInput, date: string): RotaInput {
  return { ...rota, published: rota.published.filter((week) => plusDays(week.start, 7) <= date) }
}

/** The weeks that differ between two lists of published weeks. */
export function revisedWeeks(
  before: readonly PublishedWeek[],
  after: readonly PublishedWeek[],
): RevisedWeek[] {
  return after
    .map((week, index) => ({ before: before[index], after: week }))
    .filter((week) => !isDeepStrictEqual(week.before, week.after))
}
