import { blockKind } from '../../read/code-fence.ts'
import { jsonProblems } from './json.ts'
import { keptByText } from './kept-by-text.ts'
import type { CodeProblem } from './problem.ts'
import { promqlProblems } from './promql.ts'
import { propertiesProblems } from './properties.ts'
import { pythonProblems } from './python.ts'
import { shellProblems } from './shell.ts'
import { sqlProblems } from './sql.ts'
import { tomlProblems } from './toml.ts'
import { yamlProblems } from './yaml.ts'

export type { CodeProblem } from './problem.ts'

const READERS: Readonly<Record<string, (code: string) => CodeProblem[]>> = {
  json: jsonProblems,
  yaml: yamlProblems,
  toml: tomlProblems,
  python: pythonProblems,
  properties: propertiesProblems,
  shell: shellProblems,
  sql: sqlProblems,
  promql: promqlProblems,
}

/** Languages with a reader here that no test executes. */
const FURTHER: Readonly<Record<string, string>> = {
  toml: 'toml',
  ini: 'properties',
  jsonl: 'json',
  ndjson: 'json',
  zsh: 'shell',
  promql: 'promql',
}

const MAX_KEPT = 8_000_000

const problemsOf = Object.fromEntries(
  Object.entries(READERS).map(([kind, read]) => [kind, keptByText<readonly CodeProblem[]>(read, MAX_KEPT)]),
)

/**
 * What is wrong with a block of code, by its language; nothing where no reader knows the language.
 *
 * @param language the first word behind the fence
 */
export function codeProblems(language: string, code: string): readonly CodeProblem[] {
  const kind = blockKind(language)
  const reader = problemsOf[kind] ?? problemsOf[FURTHER[language.toLowerCase()] ?? '']
  if (!reader) return []
  return (TYPED.has(kind) ? numberedLines(code) : undefined) ?? reader(code)
}

/** What is pasted and run. A map of YAML may have numbers for keys. */
const TYPED: ReadonlySet<string> = new Set(['shell', 'sql', 'python'])

/** Lines as an editor shows them, each behind its number. */
function numberedLines(code: string): CodeProblem[] | undefined {
  const lines = code.trimEnd().split('\n')
  const numbers = lines.map((line) => /^\s*(\d+)[:.|]?(?:[ \t]+\S|\s*$)/.exec(line)?.[1])
  if (lines.length < 2 || !numbers.every((number, index) => Number(number) === index + 1)) return undefined
  return [
    {
      offset: 0,
      message: 'Each line begins with its number, which is pasted with it',
      hint: 'Copy the code without the numbers of the editor.',
    },
  ]
}
