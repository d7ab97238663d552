import { parse, TomlError } from 'smol-toml'
import { withoutPlaceholders, type CodeProblem } from './problem.ts'

/** Why a text is no TOML. */
export function tomlProblems(code: string): CodeProblem[] {
  try {
    parse(withoutPlaceholders(code, '1'))
    return []
  } catch (error) {
    if (!(error instanceof TomlError)) return [{ offset: 0, message: 'This is no TOML' }]
    const before = code.split('\n').slice(0, error.line - 1)
    const offset = before.reduce((sum, line) => sum + line.length + 1, 0) + error.column - 1
    const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? ''
    return [
      {
        offset,
        message: `This is no TOML: ${reason}`,
        hint: 'Write key = "value", and put text into double quotes.',
      },
    ]
  }
}
