import type { Calendar } from '../calendar/calendars.ts'
import type { Facts } from '../content/facts/entries.ts'
import type { Links } from '../site/links.ts'
import { alertsDocument } from './alerts.ts'
import { CONTRACTS } from './contracts.ts'
import { jsonSchemaOf } from './contract.ts'
import { holidaysDocument } from './holidays.ts'
import { oncallDocument } from './oncall.ts'
import { pagesDocument } from './pages.ts'

interface Site {
  facts: Facts
  calendars: ReadonlyMap<string, Calendar>
  links: Links
  /** Makes an address of a path from the root of the host. */
  absolute: (path: string) => string
  /** The day of the build, `YYYY-MM-DD`. */
  today: string
}

/** What lies below `/api/`, by name without `.json`: the documents, and the schema of each contract. */
export function apiFiles({ facts, calendars, links, absolute, today }: Site): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['pages', pagesDocument(facts, links, absolute)],
    ['alerts', alertsDocument(facts, links, absolute)],
    ['oncall', oncallDocument(facts, calendars, { links, absolute, today })],
    ['holidays', holidaysDocument(calendars)],
    ...CONTRACTS.map((contract): [string, unknown] => {
      const file = `${contract.name}.schema`
      return [file, jsonSchemaOf(contract, absolute(links.file(`api/${file}.json`)))]
    }),
  ])
}
