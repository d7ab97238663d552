import { dateHolidays } from '../../oncall/date-holidays.ts'
import type { RotaProblem } from '../../oncall/index.ts'
import { validateRota } from '../../oncall/index.ts'
import { displayPath } from '../read/files.ts'
import type { Finding } from '../read/findings.ts'
import { digest, kept } from '../read/kept.ts'
import type { Content } from '../read/load.ts'
import { causesOf } from './rota-causes.ts'
import { rotaCalendar } from '../facts/rota-calendar.ts'
import { overridesOf, plannedRotas, toRotaInput } from '../facts/rota-input.ts'
import type { Steps } from './steps.ts'
import { inTwoRotas } from './two-rotas.ts'
import type { Path } from '../read/yaml/position.ts'

/**
 * Every rota can be planned, and published weeks agree with the rest. The rules are the engine's.
 *
 * @param today `YYYY-MM-DD`
 */
export function* checkRotas(content: Content, today: string): Steps<Finding[]> {
  const rotas = plannedRotas(content).filter(
    (rota) => isReadable(content, rota) && !isAncient(content, rota, today),
  )
  // Each of several rotas finds the same mistakes in an engineer's file.
  const found = new Map<string, Finding>()
  for (const rota of rotas) {
    for (const finding of findingsOf(content, rota, today)) {
      const text = JSON.stringify(finding)
      if (!found.has(text)) found.set(text, finding)
    }
    yield
  }
  return [...found.values(), ...inTwoRotas(content, rotas, today)]
}

function findingsOf(content: Content, rota: string, today: string): Finding[] {
  const input = toRotaInput(content, rota)
  const key = `sound-rota:${digest(JSON.stringify(input), today)}`
  if (kept()?.get(key) === true) return []
  const problems = validateRota(input, dateHolidays, {
    today,
    // Only once the input is known to be sound.
    get calendar() {
      return rotaCalendar(input)
    },
  })
    // The rule of references has found them.
    .filter(({ rule }) => rule !== 'rota-unknown-engineer')
  if (problems.length === 0) kept()?.set(key, true)
  return causesOf(input, problems).map((problem) => toFinding(content, rota, problem))
}

/** A plan goes on from the rota's first day: decades of it take minutes, and a start so long ago is a slip of the finger. */
export const MAX_YEARS = 15

/** Whether a rota starts so long ago that it is not planned; the rule `rota-start` reports it. */
export function isAncient(content: Content, rota: string, today: string): boolean {
  const start = content.rotas.get(rota)?.data.start
  return start !== undefined && Number(start.slice(0, 4)) < Number(today.slice(0, 4)) - MAX_YEARS
}

/** Engineers and published weeks that cannot be read have findings of their own; a plan without them would be another. */
function isReadable(content: Content, rota: string): boolean {
  const isBroken = content.documents.some(
    ({ collection, id, data }) => collection === 'published' && id === rota && data === undefined,
  )
  if (isBroken) return false
  const { rotation, overrides } = toRotaInput(content, rota)
  return [...rotation, ...overrides.map(({ engineer }) => engineer)].every((id) => content.engineers.has(id))
}

/** The file and position of a problem. */
export function toFinding(content: Content, rota: string, problem: RotaProblem): Finding {
  const { severity, rule, message, hint } = problem
  const { file, path } = locate(content, rota, problem)
  const place = file?.placeOf(path, 'value') ?? {}
  return {
    file: file?.file ?? `${displayPath(content.root)}/rotas/${rota}.yaml`,
    ...place,
    severity,
    rule,
    message,
    hint,
  }
}

function locate(content: Content, rota: string, problem: RotaProblem) {
  const published = content.published.get(rota)
  if (problem.published !== undefined && published) {
    const path: Path = [problem.published, ...(problem.field ?? ['start'])]
    return { file: published, path }
  }
  const ofRota = content.rotas.get(rota)
  if (problem.override !== undefined) {
    const placed = overridesOf(content, rota)[problem.override]
    const path: Path = [...(placed?.path ?? []), ...overrideField(problem.rule)]
    return { file: placed?.document ?? ofRota, path }
  }
  const engineer = problem.engineer === undefined ? undefined : content.engineers.get(problem.engineer)
  const isRotaField = problem.field?.[0] === 'rotation'
  if (!engineer || isRotaField) return { file: ofRota, path: problem.field ?? ['rotation'] }
  if (problem.field) return { file: engineer, path: problem.field }
  const { date } = problem
  const leave = [...content.leave.values()].find(
    ({ data }) =>
      data.engineer === problem.engineer && date !== undefined && data.from <= date && date <= data.to,
  )
  if (leave) return { file: leave, path: ['from'] }
  const absence = engineer.data.unavailable?.findIndex(
    (range) => date !== undefined && range.from <= date && date <= range.to,
  )
  const path: Path = absence === undefined || absence < 0 ? ['unavailable'] : ['unavailable', absence]
  return { file: engineer, path }
}

/** The part of an override that a rule is about. */
function overrideField(rule: string): string[] {
  if (rule === 'rota-range') return ['to']
  return rule === 'rota-override-overlap' ? ['from'] : ['engineer']
}
