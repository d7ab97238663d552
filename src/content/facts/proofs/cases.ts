import { BASES, type Base } from './data-set.ts'

/** A further data set of a rehearsal, with what its blocks must answer. */
export interface Case {
  name: string
  /** What its SQL is on top of. */
  on: Base
  why: string
  /** Accepted answers by block, as `fault or cannot tell`. */
  answers: ReadonlyMap<string, string>
  /** What the blocks that must answer `ok` here are not meant to notice, in words for the page; empty where nothing is wrong. */
  notNoticed: string
  sql: string
}

/** Something that a case file says wrongly, with its line, from 1. */
export interface CaseProblem {
  line: number
  message: string
  hint: string
}

const ANSWERS = ['ok', 'fault', 'cannot tell', 'error', 'any', 'done', 'refused', 'nothing']

/**
 * Reads `cases/<name>.sql`: comments of the form `-- key: value` at the top, SQL below them.
 * @param blocks the names that the rehearsal's blocks have
 */
export function readCase(
  name: string,
  text: string,
  blocks: ReadonlySet<string>,
): { found: Case; problems: CaseProblem[] } {
  const problems: CaseProblem[] = []
  const answers = new Map<string, string>()
  let on: Base = 'healthy'
  let why = ''
  let notNoticed = ''
  const head = text.split('\n').findIndex((line) => line.trim() !== '' && !line.startsWith('--'))
  const lines = text.split('\n').slice(0, head < 0 ? undefined : head)
  for (const [index, written] of lines.entries()) {
    const [, key = '', value = ''] = /^--\s*([a-z0-9-]+):\s*(.*?)\s*$/.exec(written) ?? []
    const report = (message: string, hint: string) => problems.push({ line: index + 1, message, hint })
    if (key === '') continue
    if (key === 'why') why = value
    else if (key === 'not-noticed') notNoticed = value
    else if (key === 'on') {
      const base = BASES.find((each) => each === value)
      if (base) on = base
      else report(`There is no data set "${value}"`, `Write one of ${BASES.join(', ')}.`)
    } else if (!blocks.has(key)) {
      report(
        `No block of this rehearsal is called "${key}"`,
        `Its blocks: ${[...blocks].sort().join(', ') || 'none'}.`,
      )
    } else if (!value.split(' or ').every((answer) => ANSWERS.includes(answer))) {
      report(`"${value}" is no answer`, `Write one of ${ANSWERS.join(', ')}, or several joined by "or".`)
    } else answers.set(key, value)
  }
  if (answers.size === 0)
    problems.push({
      line: 1,
      message: 'The case expects no answer',
      hint: 'Name a block: "-- BLOCK: fault".',
    })
  if (why === '')
    problems.push({ line: 1, message: 'The case gives no reason', hint: 'Add a line "-- why: …".' })
  if (notNoticed !== '' && ![...answers.values()].includes('ok'))
    problems.push({
      line: 1,
      message: 'The case says what is not noticed, and no block must answer "ok"',
      hint: 'Name the block that does not notice it: "-- BLOCK: ok".',
    })
  return { found: { name, on, why, answers, notNoticed, sql: text }, problems }
}
