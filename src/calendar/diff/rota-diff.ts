import { loadContent, type Content } from '../../content/read/load.ts'
import { isPlanned } from '../../content/model/collections.ts'
import { rotaCalendar } from '../../content/facts/rota-calendar.ts'
import { toRotaInput } from '../../content/facts/rota-input.ts'
import { RotaError, type RotaCalendar } from '../../oncall/index.ts'
import { plusDays } from '../../text/wording.ts'
import { withContentAt } from '../../content/compare/git-base.ts'
import { effectsOf } from '../changes/effects.ts'
import { diffCalendars, type CalendarDiff } from './moves.ts'

/** What a change of content does to one rota's calendar. */
export interface RotaDiff extends CalendarDiff {
  rota: string
  name: string
  timeZone: string
  /** `incomparable` where either side has mistakes: `npm run check` names them. */
  status: 'same' | 'changed' | 'added' | 'removed' | 'incomparable'
  /** Time and zone of the handoffs. */
  handoff: { before: string | null; after: string | null }
  /** Last announced duty day; `null` where nothing is announced. */
  publishedThrough: { before: string | null; after: string | null }
  /** What it means, in the sentences of the page that proposes a change. */
  effects: string[]
  /** Names of the engineers, by id. */
  people: Readonly<Record<string, string>>
}

export interface ContentDiff {
  /** What was asked for, and the commit it is. */
  base: { revision: string; commit: string }
  /** The instant that notice counts from. */
  now: string
  rotas: RotaDiff[]
}

/**
 * Compares the calendars of the content folder with those of a git revision.
 *
 * @throws GitBaseError where the revision cannot be had
 */
export function diffContent(root: string, revision: string, now: Date): ContentDiff {
  const after = loadContent(root)
  return withContentAt(root, revision, ({ root: baseRoot, commit }) => {
    const before = baseRoot === undefined ? undefined : loadContent(baseRoot)
    const ids = new Set([...after.ids.rotas, ...(before?.ids.rotas ?? [])])
    return {
      base: { revision, commit },
      now: now.toISOString(),
      rotas: [...ids]
        .sort()
        .filter((id) => [before, after].some((content) => !isExternal(content, id)))
        .map((id) => diffRota(id, before, after, now)),
    }
  })
}

function diffRota(id: string, before: Content | undefined, after: Content, now: Date): RotaDiff {
  const current = after.rotas.get(id) ?? before?.rotas.get(id)
  const [was, is] = [before && calendarOf(before, id), calendarOf(after, id)]
  const none = { moves: [], daysOff: [], ledger: [], effects: [] }
  const about = {
    rota: id,
    name: current?.data.name ?? id,
    timeZone: current?.data.timeZone ?? 'UTC',
    handoff: { before: handoff(before, id), after: handoff(after, id) },
    publishedThrough: { before: publishedThrough(before, id), after: publishedThrough(after, id) },
    people: { ...names(before), ...names(after) },
  }
  if (was === 'broken' || is === 'broken') return { ...about, status: 'incomparable', ...none }
  if (!was || !is) return { ...about, status: is ? 'added' : 'removed', ...none }
  try {
    const shown = years(was, is, now)
    const diff = diffCalendars(was, is, { years: shown, now })
    const name = (engineer: string) => about.people[engineer] ?? engineer
    const effects = diff.moves.length + diff.daysOff.length > 0 ? effectsBetween(was, is, shown, name) : []
    const { publishedThrough: published } = about
    const isSame =
      diff.moves.length + diff.daysOff.length + diff.ledger.length === 0 &&
      published.before === published.after
    return { ...about, status: isSame ? 'same' : 'changed', ...diff, effects }
  } catch (error) {
    if (error instanceof RotaError) return { ...about, status: 'incomparable', ...none }
    throw error
  }
}

function effectsBetween(
  was: RotaCalendar,
  is: RotaCalendar,
  shown: readonly number[],
  name: (id: string) => string,
): string[] {
  // Two rotas that begin in different years have only the later ones in common.
  const both = shown.filter((year) => year >= Math.max(was.firstYear, is.firstYear))
  return effectsOf({ calendar: was, years: both }, { calendar: is, years: both }, name)
}

/** Whether a rota is kept elsewhere, or is not there at all. */
function isExternal(content: Content | undefined, id: string): boolean {
  if (!content?.ids.rotas.includes(id)) return true
  const rota = content.rotas.get(id)
  return rota !== undefined && !isPlanned(rota.data)
}

function calendarOf(content: Content, id: string): RotaCalendar | 'broken' | undefined {
  if (!content.ids.rotas.includes(id)) return undefined
  const rota = content.rotas.get(id)
  if (!rota) return 'broken'
  // A rota that is kept elsewhere has no calendar to compare.
  if (!isPlanned(rota.data)) return undefined
  try {
    return rotaCalendar(toRotaInput(content, id))
  } catch (error) {
    if (error instanceof RotaError) return 'broken'
    throw error
  }
}

function handoff(content: Content | undefined, id: string): string | null {
  const rota = content?.rotas.get(id)?.data
  return rota && isPlanned(rota) ? `${rota.handoffTime} ${rota.timeZone}` : null
}

function publishedThrough(content: Content | undefined, id: string): string | null {
  const last = content?.published.get(id)?.data.at(-1)
  return last ? plusDays(last.start, 6) : null
}

/** From the first year of either to the year after now, as the site shows them. */
function years(a: RotaCalendar, b: RotaCalendar, now: Date): number[] {
  const first = Math.min(a.firstYear, b.firstYear)
  const last = Math.max(now.getUTCFullYear() + 1, a.firstYear, b.firstYear)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function names(content: Content | undefined): Record<string, string> {
  return Object.fromEntries([...(content?.engineers ?? [])].map(([id, { data }]) => [id, data.name]))
}
