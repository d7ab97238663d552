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

/** The files below `/api/`. */
export interface ApiFiles {
  /** Without `.json`. */
  names: readonly string[]
  /** What a file holds, made when it is asked for: a build asks for one file after the other. */
  get: (name: string) => unknown
}

/** What lies below `/api/`: the documents, and the schema of each contract. */
export function apiFiles({ facts, calendars, links, absolute, today }: Site): ApiFiles {
  const files = new Map<string, () => unknown>([
    ['pages', () => pagesDocument(facts, links, absolute)],
    ['alerts', () => alertsDocument(facts, links, absolute)],
    ['oncall', () => oncallDocument(facts, calendars, { links, absolute, today })],
    ['holidays', () => holidaysDocument(calendars)],
    ...CONTRACTS.map((contract): [string, () => unknown] => {
      const file = `${contract.name}.schema`
      return [file, () => jsonSchemaOf(contract, absolute(links.file(`api/${file}.json`)))]
    }),
  ])
  return { names: [...files.keys()], get: (name) => files.get(name)?.() }
}
