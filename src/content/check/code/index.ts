import { blockKind } from '../../read/code-fence.ts'
import { jsonProblems } from './json.ts'
import type { CodeProblem } from './problem.ts'
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
}

/** Languages with a reader here that no test executes. */
const FURTHER: Readonly<Record<string, string>> = {
  toml: 'toml',
  ini: 'properties',
  jsonl: 'json',
  ndjson: 'json',
  zsh: 'shell',
}

const kept = new Map<string, readonly CodeProblem[]>()

/**
 * What is wrong with a block of code, by its language; nothing where no reader knows the language.
 *
 * @param language the first word behind the fence
 */
export function codeProblems(language: string, code: string): readonly CodeProblem[] {
  const kind = blockKind(language)
  const reader = READERS[kind] ?? READERS[FURTHER[language.toLowerCase()] ?? '']
  if (!reader) return []
  // While somebody edits, all blocks but one are as they were.
  const key = `${language}\n${code}`
  const known = kept.get(key) ?? reader(code)
  kept.set(key, known)
  return known
}
