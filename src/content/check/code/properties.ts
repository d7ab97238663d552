import type { CodeProblem } from './problem.ts'

/** Lines of a file of properties that set nothing. */
export function propertiesProblems(code: string): CodeProblem[] {
  const problems: CodeProblem[] = []
  const seen = new Map<string, number>()
  let offset = 0
  let goesOn = false
  for (const line of code.split('\n')) {
    const start = offset
    offset += line.length + 1
    const isRest = goesOn
    goesOn = /(?<!\\)(?:\\\\)*\\$/.test(line)
    if (isRest || /^\s*(?:[#!;].*|\[[^\]]*\]\s*)?$/.test(line)) continue
    const key = /^\s*((?:[^=:\s\\]|\\.)+)\s*[=:]/.exec(line)?.[1]
    if (key === undefined) {
      problems.push({
        offset: start,
        message: `The line sets nothing: "${line.trim().slice(0, 40)}"`,
        hint: 'Write key=value.',
      })
    } else if (seen.has(key)) {
      problems.push({
        offset: start,
        message: `"${key}" is set twice, and the last one counts`,
        hint: 'Keep one of the two.',
      })
    }
    if (key !== undefined) seen.set(key, start)
    const ended = /[=:]\s*(?:true|false|\d+);\s*$/i.exec(line)
    // Files with blocks in brackets end their lines so.
    if (ended && !code.includes('{'))
      problems.push({
        offset: start + line.lastIndexOf(';'),
        message: 'The ; belongs to the value',
        hint: 'Delete it: a line ends a property.',
      })
  }
  return problems
}
