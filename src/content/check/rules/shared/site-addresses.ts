import { didYouMean } from '../../../../text/suggest.ts'
import { OWN_PAGES, addressesOf } from '../../../facts/addresses.ts'
import { PAGE_COLLECTIONS, definitionOf, isCollection } from '../../../model/collections.ts'
import type { Content } from '../../../read/load.ts'
import type { Mistake } from '../rule.ts'
import { ANY_LINK } from './links.ts'

type Problem = Pick<Mistake, 'message' | 'hint'> | undefined

/** Files for programs. */
const FEEDS = ['changes.xml']
const DOCUMENTS = ['pages', 'alerts', 'oncall', 'holidays']
const API = [
  ...DOCUMENTS.map((name) => `${name}.json`),
  ...[...DOCUMENTS, 'year'].map((name) => `${name}.schema.json`),
]

/**
 * A link from the site's root: what is wrong with it, if anything. Every address of the site is known from the content.
 *
 * @param address its path, encoded as it is written
 * @param today `YYYY-MM-DD`
 */
export function siteProblem(content: Content, address: string, today: string): Problem {
  const parts = decodedParts(address)
  const message = `The site has no page ${address}`
  if (parts === undefined) return { message, hint: 'Write the address without . and .. and doubled slashes.' }
  const [folder = '', ...rest] = parts
  const name = rest.join('/')
  // One page for each rule; which rules there are is known where they are put together.
  if (folder === 'contributing' && /^rules\/[a-z-]+$/.test(name)) return undefined
  if (folder === 'api' && rest.length > 0) return within(message, name, API)
  if (folder === 'oncall' && rest.length > 0) return within(message, name, rotaAddresses(content, today))
  if (FEEDS.includes(parts.join('/')) || addressesOf(content).at(`/${parts.join('/')}`)) return undefined
  if (folder === 'alerts') {
    const alerts = [...new Set(addressesOf(content).forwards.flatMap(({ alert }) => alert ?? []))]
    return within(message, name, alerts)
  }
  if (isCollection(folder) && definitionOf(folder).page !== undefined && rest.length > 0)
    return { message, hint: didYouMean(name, content.ids[folder]) ?? ANY_LINK }
  const lists = PAGE_COLLECTIONS.filter((each) => definitionOf(each).page?.list)
  return { message, hint: didYouMean(folder, [...OWN_PAGES, ...lists]) ?? 'Write a relative link to a file.' }
}

function within(message: string, name: string, known: readonly string[]): Problem {
  if (known.includes(name)) return undefined
  return {
    message,
    hint: didYouMean(name, known) ?? 'Delete the link, or write the address of a page that is there.',
  }
}

/** Below `oncall/`: of each rota its feed, its years, and its people with their feeds. */
function rotaAddresses({ rotas, ids }: Content, today: string): string[] {
  return ids.rotas.flatMap((id) => {
    const rota = rotas.get(id)?.data
    // Of a rota with mistakes or kept elsewhere no year is known; a link to it is no further mistake.
    const start = rota?.start ?? today
    // The site shows a rota from the year in which it starts to the one after now; a year of weeks can begin one earlier.
    const first = Number(start.slice(0, 4)) - 1
    const last = Math.max(Number(today.slice(0, 4)) + 1, first + 2)
    const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
    return [
      id,
      `${id}.ics`,
      ...(rota?.second === undefined || rota.second === 'none' ? [] : [`${id}/second.ics`]),
      `${id}/change`,
      `${id}/holidays`,
      ...years.flatMap((year) => [`${id}/${year}`, `${id}/${year}.json`]),
      ...ids.engineers.flatMap((engineer) => [`${id}/${engineer}`, `${id}/${engineer}.ics`]),
    ]
  })
}

/** The parts of a path; `undefined` for one with parts that a browser would resolve or that nothing has. */
function decodedParts(address: string): string[] | undefined {
  const parts = address.replace(/\/$/, '').split('/').slice(1)
  try {
    const decoded = parts.map(decodeURIComponent)
    return decoded.some((part) => part === '' || /^\.+$|[/\\]/.test(part)) ? undefined : decoded
  } catch {
    return undefined
  }
}
