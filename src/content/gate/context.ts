import type { GateProblem } from './problem.ts'
import { Nesting } from './nesting.ts'

/** What the readers of one page share. */
export class GateContext {
  readonly problems: GateProblem[] = []
  readonly nesting = new Nesting()
  /** Elements and components that are not on the list, by name: their end tags are no further problem. */
  readonly refused = new Set<string>()
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  report(rule: GateProblem['rule'], start: number, message: string, hint: string): void {
    this.problems.push({ rule, start, message, hint })
  }
}
