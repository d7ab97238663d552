import type { RotaProblem } from '../../oncall/index.ts'
import { validateRota } from '../../oncall/index.ts'
import type { Finding } from '../findings.ts'
import type { Content } from '../load.ts'
import type { Path } from '../yaml-position.ts'
import { toRotaInput } from '../rota-input.ts'

/**
 * Every rota can be planned, and published weeks agree with the rest.
 *
 * @param today `YYYY-MM-DD`
 */
export function checkRotas(content: Content, today: string): Finding[] {
  return [...content.rotas.keys()].flatMap((rota) => {
    const input = toRotaInput(content, rota)
    // Engineers that cannot be read, or that do not exist, have findings of their own.
    const isReadable = [...input.rotation, ...input.overrides.map(({ engineer }) => engineer)].every((id) =>
      content.engineers.has(id),
    )
    if (!isReadable) return []
    return validateRota(input, { today }).map((problem) => toFinding(content, rota, problem))
  })
}

/** Where in which file a problem stands. */
export function toFinding(content: Content, rota: string, problem: RotaProblem): Finding {
  const { severity, rule, message, hint } = problem
  const { file, path } = locate(content, rota, problem)
  const place = file?.placeOf(path, 'value') ?? {}
  return { file: file?.file ?? rota, ...place, severity, rule, message, hint }
}

function locate(content: Content, rota: string, problem: RotaProblem) {
  const published = content.published.get(rota)
  if (problem.published !== undefined && published) {
    const path: Path = [problem.published, ...(problem.field ?? [])]
    return { file: published, path }
  }
  const ofRota = content.rotas.get(rota)
  if (problem.override !== undefined) return { file: ofRota, path: ['overrides', problem.override] }
  const engineer = problem.engineer === undefined ? undefined : content.engineers.get(problem.engineer)
  const isRotaField = problem.field?.[0] === 'rotation'
  if (engineer && !isRotaField) return { file: engineer, path: problem.field ?? ['unavailable'] }
  return { file: ofRota, path: problem.field ?? ['rotation'] }
}
