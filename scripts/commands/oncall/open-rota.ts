import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkContent } from '../../../src/content/check/check.ts'
import { displayPath, loadContent, type Content } from '../../../src/content/read/load.ts'
import { rotaCalendar } from '../../../src/content/facts/rota-calendar.ts'
import { toRotaInput } from '../../../src/content/facts/rota-input.ts'
import { toFinding } from '../../../src/content/check/rotas.ts'
import { didYouMean } from '../../../src/text/suggest.ts'
import { dateHolidays } from '../../../src/oncall/date-holidays.ts'
import { RotaError, validateRota, type RotaCalendar, type RotaInput } from '../../../src/oncall/index.ts'
import type { Context } from '../../lib/command-definition.ts'
import { UsageError } from '../../lib/command-error.ts'
import { ContentError } from '../../lib/run.ts'
import { shownYears } from '../../../src/calendar/years.ts'

/** One rota as its content folder has it. */
export interface Rota {
  name: string
  /** What it is read from. */
  content: Content
  input: RotaInput
  calendar: RotaCalendar
  publishedFile: { path: string; shown: string; text: string }
  /** @throws ContentError with every error that this input would have */
  assertSound: (input: RotaInput) => void
}

/**
 * Works on the rota of that id, or on the site's default rota. Mistakes elsewhere, in a runbook say, are no obstacle:
 * who is on call must be known all the same.
 *
 * @throws UsageError where there is no such rota
 * @throws ContentError with every mistake of its files, also for those that only planning finds
 */
export function withRota<T>(context: Context, id: string | undefined, work: (rota: Rota) => T): T {
  const content = loadContent(context.root)
  const rota = id ?? defaultRota(content)
  if (!content.ids.rotas.includes(rota)) throw unknownRota(content, rota)
  const external = content.rotas.get(rota)?.data.external
  if (external !== undefined) throw new UsageError(`The rota "${rota}" is kept elsewhere.`, `See ${external}`)
  return withRotaOf(content, rota, context.now, work)
}

/** @throws ContentError with every mistake that leaves a rota of the content without a calendar */
export function assertAllSound({ root, now }: Context): void {
  const content = loadContent(root)
  for (const id of content.ids.rotas.filter((rota) => content.rotas.get(rota)?.data.external === undefined)) {
    withRotaOf(content, id, now, ({ calendar }) => {
      for (const year of shownYears(calendar, now)) calendar.year(year)
    })
  }
}

function withRotaOf<T>(content: Content, id: string, now: Date, work: (rota: Rota) => T): T {
  assertReadable(content, id, now)
  try {
    return work(openRota(content, id, now))
  } catch (error) {
    throw error instanceof RotaError
      ? new ContentError(error.problems.map((problem) => toFinding(content, id, problem)))
      : error
  }
}

function openRota(content: Content, id: string, now: Date): Rota {
  const input = toRotaInput(content, id)
  const file = path.join(content.root, 'published', `${id}.yaml`)
  return {
    name: content.rotas.get(id)?.data.name ?? id,
    content,
    input,
    calendar: rotaCalendar(input),
    publishedFile: {
      path: file,
      shown: displayPath(file),
      text: existsSync(file) ? readFileSync(file, 'utf8') : '',
    },
    assertSound(planned) {
      const problems = validateRota(planned, dateHolidays, {
        today: dateOf(now),
        // Only once the input is known to be sound.
        get calendar() {
          return rotaCalendar(planned)
        },
      }).filter(({ severity }) => severity === 'error')
      if (problems.length > 0)
        throw new ContentError(problems.map((problem) => toFinding(content, id, problem)))
    },
  }
}

/** @throws ContentError unless the files that a calendar is made of can be read and refer to what exists */
function assertReadable(content: Content, id: string, now: Date): void {
  if (
    content.rotas.has(id) &&
    everyoneExists(content, id) &&
    content.findings.every(({ file }) => !concerns(content, id, file))
  )
    return
  const findings = checkContent(content, { today: dateOf(now) })
  throw new ContentError(
    findings.filter(({ file, severity }) => severity === 'error' && concerns(content, id, file)),
  )
}

function everyoneExists(content: Content, id: string): boolean {
  const { rotation, overrides } = toRotaInput(content, id)
  return [...rotation, ...overrides.map(({ engineer }) => engineer)].every((engineer) =>
    content.engineers.has(engineer),
  )
}

/** Whether a rota's calendar depends on a file. */
function concerns(content: Content, id: string, file: string): boolean {
  const inContent = (...parts: string[]) => displayPath(path.join(content.root, ...parts))
  return (
    file === inContent('rotas', `${id}.yaml`) ||
    file === inContent('published', `${id}.yaml`) ||
    ['engineers', 'overrides', 'leave'].some((folder) => file.startsWith(`${inContent(folder)}/`))
  )
}

/** @throws ContentError where site.yaml cannot say, or there is no content at all */
export function defaultRota({ root, site, ids, findings }: Content): string {
  const own = site && (site.data.defaultRota ?? (ids.rotas.length === 1 ? ids.rotas[0] : undefined))
  if (own !== undefined) return own
  if (site)
    throw new UsageError(
      ids.rotas.length === 0 ? 'The content has no rota.' : 'Which rota?',
      ids.rotas.length === 0 ? undefined : `Name one of ${ids.rotas.join(', ')}.`,
    )
  const file = displayPath(path.join(root, 'site.yaml'))
  const ofSite = findings.filter((finding) => finding.file === file)
  throw new ContentError(ofSite.length > 0 ? ofSite : findings)
}

function unknownRota({ ids }: Content, id: string): UsageError {
  return new UsageError(`No rota "${id}".`, didYouMean(id, ids.rotas) ?? 'The content has no rota.')
}

function dateOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

/** Further ahead, a plan says nothing: people, leave and holidays are not known. */
const YEARS_AHEAD = 20

/** @throws UsageError for a year that no plan reaches */
export function assertPlannable(calendar: RotaCalendar, year: number, now: Date): void {
  const last = Math.max(now.getUTCFullYear(), calendar.firstYear) + YEARS_AHEAD
  if (year < calendar.firstYear || year > last) {
    throw new UsageError(
      `${calendar.rota.id} has no plan for ${String(year)}.`,
      `It starts on ${calendar.rota.start}; plans go from ${String(calendar.firstYear)} to ${String(last)}.`,
    )
  }
}
