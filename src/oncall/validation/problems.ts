import type { RotaProblem } from '../errors.ts'
import type { RotaInput } from '../types.ts'

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
