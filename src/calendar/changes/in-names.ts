import type { RotaInput, RotaProblem } from '../../oncall/index.ts'

/**
 * Where a sentence of the check names somebody: at its beginning, behind "for", "to", "with" or "which", in quotes or in
 * a list. An id can be an ordinary word: `a` in "a has a published day off" is once a person.
 */
const PERSON = /(^|\b(?:for|to|with|which) |"|, |: )([a-z0-9]+(?:[-_][a-z0-9]+)*)(?![\w/-]|\.\w)/g

/** The words of the check, with people called by their names: who proposes a change knows no ids. */
export function inNames(problem: RotaProblem, { engineers }: RotaInput): RotaProblem {
  const named = (text: string) =>
    text.replace(PERSON, (all, before: string, id: string) =>
      Object.hasOwn(engineers, id) ? `${before}${engineers[id]?.name ?? id}` : all,
    )
  return { ...problem, message: named(problem.message), hint: named(problem.hint) }
}
