import { globSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
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
    try {
      sources.files.push({ name: file, text: readFileSync(file, 'utf8'), isNamed })
    } catch (error) {
      unread(file, error)
    }
  }
  // One file that nobody may read does not keep the others of its folder from being read.
  const unread = (name: string, error: unknown) => {
    const message = error instanceof Error ? error.message : String(error)
    sources.problems.push({
      name,
      message: `It cannot be read: ${message}`,
      hint: 'Pass files that you may read.',
    })
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
      unread(name, error)
    }
  }
  return sources
}

/** The files of a folder and of those in it, links followed: a mounted ConfigMap is made of them. */
function filesBelow(folder: string, above: readonly string[] = []): string[] {
  const real = realpathSync(folder)
  if (above.includes(real)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const file = path.join(folder, item.name)
      const kind = item.isSymbolicLink() ? statSync(file, { throwIfNoEntry: false }) : item
      if (kind?.isDirectory() === true) return filesBelow(file, [...above, real])
      // What cannot be read is said where it is read.
      return RULE_FILE.test(item.name) && (kind === undefined || kind.isFile()) ? [file] : []
    })
}
