import type { Calendar } from '../calendars.ts'
import type { Forge } from '../changes/forge.ts'
import { holidayTable } from '../../oncall/date-holidays.ts'
import type { EngineerInput, HolidayTable, RotaInput } from '../../oncall/index.ts'
import type { Content } from '../../content/read/load.ts'
import { contentPath, siteConfig } from '../../site/config.ts'

/** What the page that proposes a change needs to plan in the browser. */
export interface ChangeData {
  rota: RotaInput
  holidays: HolidayTable
  years: number[]
  /** Where a new file is opened; absent where the site names no repository. */
  forge?: Forge
  /** Ids of the changes that there are, so that a new file is called otherwise. */
  taken: { overrides: string[]; leave: string[] }
}

/** The planner plans the year after, and substitute days can lie across New Year. */
const YEARS_MORE = 3

/** The check looks for the names of weights over so many years. */
const YEARS_OF_NAMES = 6

/** Who held a holiday is remembered for as many years as there are engineers; it asks before it knows when the rota began. */
const yearsBefore = (rota: RotaInput) => rota.rotation.length + 2

export function changeData({ calendar: { rota, firstYear }, years }: Calendar, content: Content): ChangeData {
  const engineers = Object.fromEntries(
    Object.entries(rota.engineers).map(([id, engineer]) => [id, withoutContact(engineer)]),
  )
  const calendars = [
    ...new Set([
      rota.calendar,
      ...Object.values(engineers).flatMap(({ calendar }) => calendar ?? []),
      ...rota.holidays.add.flatMap(({ calendar }) =>
        calendar === undefined || calendar === 'all' ? [] : calendar,
      ),
    ]),
  ]
  const forge = forgeOf(content)
  return {
    rota: { ...rota, engineers },
    holidays: holidayTable(
      calendars,
      firstYear - yearsBefore(rota),
      Math.max(years.at(-1) ?? firstYear, firstYear + YEARS_OF_NAMES) + YEARS_MORE,
    ),
    years,
    ...(forge && { forge }),
    taken: { overrides: content.ids.overrides.slice(), leave: content.ids.leave.slice() },
  }
}

/** How people are reached, and why they are away, is nothing that a plan needs. */
function withoutContact({ name, calendar, from, until, unavailable }: EngineerInput): EngineerInput {
  return {
    name,
    ...(calendar !== undefined && { calendar }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(unavailable && { unavailable: unavailable.map((away) => ({ from: away.from, to: away.to })) }),
  }
}

function forgeOf(content: Content): Forge | undefined {
  const { repository, branch, forge } = siteConfig(content)
  if (repository === undefined) return undefined
  const kind = forge ?? (/gitlab/i.test(new URL(repository).hostname) ? 'gitlab' : 'github')
  return { kind, repository, branch, content: contentPath() }
}
