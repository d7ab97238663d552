import { parseDocument } from 'yaml'
import { withoutPlaceholders, type CodeProblem } from './problem.ts'

/** Why a text is no JSON, or JSON in lines. */
export function jsonProblems(code: string): CodeProblem[] {
  const text = withoutPlaceholders(code, '1')
  const problem = parseProblem(text)
  if (code.trim() === '') return []
  if (!problem) return doubleKey(text)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > 1 && lines.every((line) => parseProblem(line) === undefined)) return []
  return [problem]
}

/** A key that an object has twice: the last one counts, and nobody sees which. */
function doubleKey(text: string): CodeProblem[] {
  if (text.length > MAX_COMPARED) return []
  const double = parseDocument(text, { prettyErrors: false, logLevel: 'silent' }).errors.find(
    ({ code }) => code === 'DUPLICATE_KEY',
  )
  if (!double) return []
  const [offset] = double.pos
  const key = /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(offset))?.[1] ?? ''
  return [
    {
      offset,
      message: `The key "${key}" is there twice`,
      hint: 'Delete one, or write the other key that was meant.',
    },
  ]
}

const MAX_COMPARED = 100_000

function parseProblem(text: string): CodeProblem | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(message)?.[1]
    const offset = Math.min(position === undefined ? text.trimEnd().length : Number(position), text.length)
    return { offset, message: reasonOf(text, offset), hint: hintOf(text, offset) }
  }
}

function reasonOf(text: string, offset: number): string {
  const found = text.slice(offset).trimStart().charAt(0)
  return found === ''
    ? 'This is no JSON: it ends too early'
    : `This is no JSON: "${found}" is not expected here`
}

function hintOf(text: string, offset: number): string {
  const before = text.slice(0, offset).trimEnd().slice(-1)
  const found = text.charAt(offset)
  if (before === ',' && /[\]}]/.test(found)) return 'Remove the comma before the bracket.'
  if (found === "'") return 'Use double quotes.'
  if (found === '/' || found === '#') return 'JSON has no comments: remove it, or name the block ```jsonc.'
  if (/["\d}\]el]/.test(before) && /["{[\w]/.test(found)) return 'Put a comma between the two values.'
  if (found === '') return 'Close what is open: each { with }, each [ with ], each quote with a quote.'
  return 'Compare the quotes, commas and brackets here; a part that is left out makes the block ```text.'
}
