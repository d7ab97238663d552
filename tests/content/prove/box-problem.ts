import { boxProblem } from '../../../src/content/prove/shell/box.ts'

/**
 * Why no shell block can be run on this machine, which is printed; nothing where it can be.
 *
 * @throws Error where CI runs the tests: what is skipped there is looked at by nobody
 */
export function whyNoBox(): string | undefined {
  const problem = boxProblem()
  if (problem === undefined) return undefined
  if (process.env['CI'] !== undefined)
    throw new Error(`${problem} In CI the tests of shell blocks are not skipped: allow user namespaces.`)
  console.info(`Skipped: ${problem}`)
  return problem
}
