import { closestTo } from '../../../text/suggest.ts'
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
    const value = valueProblem(line)
    if (value && !code.includes('{')) problems.push({ ...value, offset: start + value.offset })
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

/** What no tool takes for the value of its setting: a comment behind it, a unit, a mistyped `true`. */
function valueProblem(line: string): CodeProblem | undefined {
  const [all = '', key = '', value = ''] = /^\s*([\w.-]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? []
  const offset = all.lastIndexOf(value)
  const comment = /^(?:true|false|-?\d+)[ \t]+([#!])/i.exec(value)
  if (comment)
    return {
      offset: offset + comment[0].length - 1,
      message: `What follows ${comment[1] ?? '#'} belongs to the value`,
      hint: 'Put the comment on a line of its own.',
    }
  if (/\.(?:ms|bytes)$/.test(key) && /^\d+ ?[A-Za-z]+$/.test(value))
    return {
      offset,
      message: `"${key}" takes a number without a unit`,
      hint: `It is in ${key.endsWith('ms') ? 'milliseconds' : 'bytes'}.`,
    }
  if (/^(?:ture|treu|tru|flase|fasle|fals)$/i.test(value))
    return {
      offset,
      message: `"${value}" is neither true nor false`,
      hint: `Write ${/^t/i.test(value) ? 'true' : 'false'}.`,
    }
  const choice = choiceProblem(key, value)
  if (choice) return { ...choice, offset }
  if (key === 'acks' && !/^(?:all|-1|0|1|[$<{].*)$/.test(value))
    return { offset, message: `"acks" is "${value}"`, hint: 'Write all, 1 or 0.' }
  return undefined
}

/** Settings of Kafka of which the values are words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'cleanup.policy': ['delete', 'compact'],
  'log.cleanup.policy': ['delete', 'compact'],
  'compression.type': ['none', 'gzip', 'snappy', 'lz4', 'zstd', 'producer', 'uncompressed'],
  'auto.offset.reset': ['earliest', 'latest', 'none'],
  'security.protocol': ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'],
  'isolation.level': ['read_committed', 'read_uncommitted'],
}

function choiceProblem(key: string, value: string): Omit<CodeProblem, 'offset'> | undefined {
  if (/^(?:enable|auto\.create)\..*$/.test(key) && /^(?:yes|no|on|off|1|0)$/i.test(value))
    return {
      message: `"${key}" takes true or false`,
      hint: `Write ${/^(?:yes|on|1)$/i.test(value) ? 'true' : 'false'}.`,
      isDoubtful: true,
    }
  if (key === 'bootstrap.servers' && value.endsWith(','))
    return { message: 'The list ends with a comma', hint: 'Delete it, or write the server that is missing.' }
  const choices = Object.hasOwn(CHOICES, key) ? CHOICES[key] : undefined
  if (!choices || !/^[\w, -]+$/.test(value)) return undefined
  const wrong = value
    .split(/[ ,]+/)
    .find((each) => !choices.some((one) => one.toLowerCase() === each.toLowerCase()))
  if (wrong === undefined) return undefined
  const meant = closestTo(wrong, choices)
  return {
    message: `"${key}" is never "${wrong}"`,
    hint: meant === undefined ? `Write ${choices.join(', ')}.` : `Did you mean "${meant}"?`,
  }
}
