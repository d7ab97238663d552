import { gateProblems, type GateProblem, type GateRule } from '../../../gate/index.ts'
import type { Page } from '../../../read/body.ts'
import type { Mistake } from '../rule.ts'

/** What the gate has found on a page: several rules report it, and it is looked for once. */
const found = new WeakMap<Page, readonly GateProblem[]>()

/** What one rule of the gate finds, from the function that the processor which builds the site calls too. */
export function* gateMistakes(pages: readonly Page[], rule: GateRule): Generator<Mistake> {
  for (const page of pages) {
    // Where MDX does not parse, its own rule says what it takes for elements.
    if (page.failure) continue
    const { document } = page
    const problems = found.get(page) ?? gateProblems(page.tree, document.body)
    found.set(page, problems)
    for (const problem of problems) {
      if (problem.rule !== rule) continue
      yield {
        document,
        at: document.bodyOffset + problem.start,
        message: problem.message,
        hint: problem.hint,
      }
    }
  }
}
