import type { RotaInput } from './types.ts'

/** A mistake in a rota. The fields say which of the input's parts it is about, so that a caller can find file and line. */
export interface RotaProblem {
  /** Permanent and searchable, e.g. `rota-override-overlap`. */
  rule: string
  message: string
  hint: string
  /** The duty day or the first day of the week that it is about. */
  date?: string
  engineer?: string
  /** Index into `RotaInput.overrides`. */
  override?: number
  /** Index into `RotaInput.published`. */
  published?: number
  /** The field of the rota (or, with `engineer`, of the engineer) that is wrong, as a path. */
  field?: readonly (string | number)[]
  severity: 'error' | 'warning'
}

/** Thrown where no calendar can be computed; `problems` names every reason that was found. */
export class RotaError extends Error {
  readonly problems: readonly RotaProblem[]

  constructor(problems: readonly RotaProblem[]) {
    super(problems.map((problem) => problem.message).join('\n'))
    this.name = 'RotaError'
    this.problems = problems
  }
}

/** A problem that names an engineer whom the content does not have. */
export function unknownEngineer(rota: RotaInput, engineer: string, where: Partial<RotaProblem>): RotaProblem {
  return {
    rule: 'rota-unknown-engineer',
    severity: 'error',
    message: `No engineer "${engineer}"`,
    hint: `Known: ${Object.keys(rota.engineers).join(', ')}.`,
    ...where,
  }
}
