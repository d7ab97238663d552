import { globSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** A file in which alerts are looked for. */
export interface RuleSource {
  /** As it is shown: as it was named, or found. */
  name: string
  text: string
  /** Named by itself; files of a folder or a pattern may hold something else. */
  isNamed: boolean
}

export interface Sources {
  files: RuleSource[]
  /** Names behind which there is nothing to read. */
  problems: { name: string; message: string; hint: string }[]
}

/** Files of a folder that can hold rules. */
const RULE_FILE = /\.(ya?ml|json|rules|tpl)$/i
const SKIPPED = /^(\.|node_modules$|vendor$)/
const STDIN = '-'
export const STDIN_NAME = '(standard input)'

/**
 * Reads what `--alerts` names: files, folders, patterns, and `-` for standard input. Each file once, in order.
 *
 * @param read how standard input is read
 */
export function readSources(
  names: readonly string[],
  read: () => string = () => readFileSync(0, 'utf8'),
): Sources {
  const sources: Sources = { files: [], problems: [] }
  const seen = new Set<string>()
  const add = (file: string, isNamed: boolean) => {
    if (seen.has(path.resolve(file))) return
    seen.add(path.resolve(file))
    sources.files.push({ name: file, text: readFileSync(file, 'utf8'), isNamed })
  }
  for (const name of names) {
    try {
      if (name === STDIN) {
        if (!seen.has(STDIN)) sources.files.push({ name: STDIN_NAME, text: read(), isNamed: true })
        seen.add(STDIN)
        continue
      }
      const kind = statSync(name, { throwIfNoEntry: false })
      if (kind?.isDirectory() === true) {
        const files = filesBelow(name)
        if (files.length === 0)
          sources.problems.push({
            name,
            message: 'The folder has no file that can hold rules',
            hint: 'Rules are in files that end in .yaml, .yml, .json or .rules.',
          })
        for (const file of files) add(file, false)
      } else if (kind) {
        add(name, true)
      } else if (/[*?[{]/.test(name)) {
        const files = globSync(name).filter((file) => statSync(file).isFile())
        if (files.length === 0)
          sources.problems.push({
            name,
            message: 'No file matches the pattern',
            hint: 'Patterns are as in a shell: rules/**/*.yaml.',
          })
        for (const file of files.sort()) add(file, false)
      } else {
        sources.problems.push({
          name,
          message: 'There is no such file',
          hint: `Paths are looked up from ${process.cwd()}.`,
        })
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      sources.problems.push({
        name,
        message: `It cannot be read: ${message}`,
        hint: 'Pass files that you may read.',
      })
    }
  }
  return sources
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const file = path.join(folder, item.name)
      if (item.isDirectory()) return filesBelow(file)
      return item.isFile() && RULE_FILE.test(item.name) ? [file] : []
    })
}
