import { globSync, readFileSync } from 'node:fs'
import { forEachChild, parse as parseShell } from 'unbash'
import type { SyntaxNode, Word } from 'unbash'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'

/** One list file: what of a program's options and keys was confirmed; it need not be all that the program has. */
const listSchema = z.strictObject({
  /** Program and version that the pages are written for. */
  version: z.string(),
  /** Texts in which each entry was read, with their commit; where one is not of that very version, the file's head says so. */
  source: z.array(z.string()).min(1),
  /** Beginnings of the names of this program's tools: one that is not in `tools` is a mistake. */
  toolPrefixes: z.array(z.string()),
  /** Each command-line tool with its confirmed options. */
  tools: z.record(z.string(), z.array(z.string())),
  /** Options whose value is `key=value` with a configuration key. */
  configOptions: z.array(z.string()),
  /** Configuration keys; a final `*` stands for names of the reader's own. */
  config: z.array(z.string()),
})

export type KnownOptions = z.infer<typeof listSchema>

export function readKnownOptions(): KnownOptions[] {
  return globSync('tests/fixtures/runbooks/known-options/*.yaml')
    .sort()
    .map((path) => listSchema.parse(parseYaml(readFileSync(path, 'utf8'))))
}

/** Whether one of the lists has this configuration key. */
export function isKnownKey(key: string, lists: readonly KnownOptions[]): boolean {
  return lists.some(({ config }) =>
    config.some((known) => (known.endsWith('*') ? key.startsWith(known.slice(0, -1)) : key === known)),
  )
}

/** What a shell script gets wrong about the tools that the lists know, one sentence each. */
export function optionProblems(script: string, lists: readonly KnownOptions[]): string[] {
  return commandsOf(script).flatMap((words) => lists.flatMap((list) => commandProblems(words, list)))
}

/** The words of each simple command of a script, those in pipes, loops and substitutions too. */
function commandsOf(script: string): string[][] {
  const commands: string[][] = []
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Command') {
      const words = node.suffix.filter((word): word is Word => word.type === 'Word')
      commands.push([node.name?.value ?? '', ...words.map(({ value }) => value)])
    }
    forEachChild(node, visit)
  }
  visit(parseShell(script))
  return commands
}

function commandProblems(words: readonly string[], list: KnownOptions): string[] {
  // What npm is given is no tool: `npm run rehearse -- kafka-tools` names a rehearsal.
  if (words[0] === 'npm') return []
  // The tool need not come first: `timeout 30 kafka-topics.sh …`.
  const first = words.findIndex((word) =>
    list.toolPrefixes.some((prefix) => baseName(word).startsWith(prefix)),
  )
  const tool = baseName(words[first] ?? '')
  if (first < 0) return []
  const options = list.tools[tool]
  if (!options) return [`${list.version} has no list for ${tool}`]
  return words.slice(first + 1).flatMap((word, index, rest) => {
    const [option = '', inline] = word.split(/=(.*)/s)
    if (!/^--?[a-zA-Z]/.test(option)) return []
    if (!options.includes(option)) return [`${tool} of ${list.version} has no option ${option}`]
    if (!list.configOptions.includes(option)) return []
    return keysOf(inline ?? rest[index + 1] ?? '')
      .filter((key) => !isKnownKey(key, [list]))
      .map((key) => `${list.version} has no configuration key ${key} (${tool} ${option})`)
  })
}

/** The keys of `a=1,b=[2,3]`, or of `a,b` as `--delete-config` takes them. */
function keysOf(value: string): string[] {
  return value
    .replaceAll(/\[[^\]]*\]/g, '')
    .split(',')
    .map((pair) => pair.split('=')[0]?.trim() ?? '')
    .filter((key) => /^[a-z]/.test(key))
}

function baseName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1)
}
