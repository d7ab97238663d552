import { blockKind } from '../../read/code-fence.ts'
import { PLACEHOLDER } from './problem.ts'

/** What the shell, the system or a tool sets by itself. */
const PROVIDED =
  /^(?:HOME|PATH|USER|LOGNAME|PWD|OLDPWD|SHELL|HOSTNAME|RANDOM|SECONDS|LINENO|E?UID|PPID|IFS|LANG|LC_\w+|TERM|TMPDIR|TEMP|TMP|EDITOR|PAGER|DISPLAY|OSTYPE|MACHTYPE|BASH\w*|PIPESTATUS|REPLY|OPT(?:ARG|IND|ERR)|FUNCNAME|MAPFILE|COLUMNS|LINES|TZ|EPOCH(?:REALTIME|SECONDS)|SHLVL|GROUPS|HIST\w+|PS[1-4]|CI|GITHUB_\w+|XDG_\w+|SSH_\w+|KUBECONFIG|AWS_(?:PROFILE|REGION|DEFAULT_REGION)|PGPASSWORD|PGHOST|PGUSER|PGDATABASE|PGPORT|JAVA_HOME|SPARK_HOME|HADOOP_HOME|KAFKA_HOME|AIRFLOW_HOME|VIRTUAL_ENV)$/

export interface Use {
  name: string
  /** As the block writes it: `$NAME`, `<NAME>`. */
  written: string
  /** Into the code. */
  offset: number
}

/** Names in a block of shell or SQL that something else has to set. */
export function usedIn(language: string, code: string): Use[] {
  const kind = blockKind(language)
  if (kind !== 'shell' && kind !== 'sql') return []
  const text = kind === 'shell' ? readByShell(code) : code.replace(/--[^\n]*/g, blank)
  const uses: Use[] = []
  const dollars =
    kind === 'shell'
      ? /(?<!\\)\$(?:\{[#!]?([A-Za-z_]\w*)([^}]*)\}?|([A-Za-z_]\w*))/g
      : /(?<![\w$])\$(?:\{([A-Za-z_]\w*)(\})|([A-Z_][A-Z0-9_]*)\b(?!\$))/g
  for (const { 0: written, 1: braced, 2: rest = '', 3: plain, index } of text.matchAll(dollars)) {
    const name = braced ?? plain ?? ''
    // `${NAME:-value}` has a value of its own.
    if (/^:?[-=]/.test(rest) || PROVIDED.test(name)) continue
    uses.push({ name, written: written.replace(/\{(\w+).*/, '{$1}'), offset: index })
  }
  // In `$((NAME + 1))` a name needs no $.
  for (const { 0: sum, index } of kind === 'shell' ? text.matchAll(/\$\(\([^()\n]*\)\)/g) : [])
    for (const { 0: name, index: at } of sum.matchAll(/(?<![\w$#{.])[A-Z_][A-Z0-9_]*\b(?!\()/g))
      if (!PROVIDED.test(name)) uses.push({ name, written: name, offset: index + at })
  for (const { 0: written, 1: name = '', index } of text.matchAll(PLACEHOLDER))
    uses.push({ name, written, offset: index })
  const assigned = new Set(assignedIn(language, code))
  return uses.filter(({ name }) => !assigned.has(name)).sort((a, b) => a.offset - b.offset)
}

/** Names that a block sets itself. */
export function assignedIn(language: string, code: string): string[] {
  if (blockKind(language) !== 'shell') return []
  const text = code.replace(/#[^\n]*/g, blank)
  const names = [...text.matchAll(/(?:^|[\s;&|(`])([A-Za-z_]\w*)\+?=/gm)].map(([, name = '']) => name)
  const loops = [...text.matchAll(/\b(?:for|select)\s+([A-Za-z_]\w*)/g)].map(([, name = '']) => name)
  const reads = [
    ...text.matchAll(
      /\b(?:read|mapfile|readarray|getopts\s+\S+)((?:[ \t]+-\w+(?:[ \t]+[\d.]+)?)*(?:[ \t]+[A-Za-z_]\w*)+)/g,
    ),
  ].flatMap(([, words = '']) => words.split(/\s+/).filter((word) => /^[A-Za-z_]/.test(word)))
  const printed = [...text.matchAll(/\bprintf\s+-v\s+([A-Za-z_]\w*)/g)].map(([, name = '']) => name)
  return [...names, ...loops, ...reads, ...printed]
}

/** A block without what the shell takes as it is: comments, single quotes, and here-documents in quotes. */
function readByShell(code: string): string {
  return withoutQuotedDocuments(code).replace(/"(?:[^"\\]|\\[\s\S])*"?|'[^']*'|(?<=^|\s)#[^\n]*/gm, (part) =>
    part.startsWith('"') ? part : keepPlaceholders(part),
  )
}

/** The code with here-documents in quotes blank, as long. */
function withoutQuotedDocuments(code: string): string {
  const endless = new Set<string>()
  let plain = ''
  let from = 0
  for (const { 2: word = '', index } of code.matchAll(/<<-?\s*(['"])(\w+)\1/g)) {
    // What has no end from here on has none further down.
    if (index < from || endless.has(word)) continue
    const end = new RegExp(`\\n[ \\t]*${word}(?=\\n|$)`, 'g')
    end.lastIndex = index
    if (!end.test(code)) {
      endless.add(word)
      continue
    }
    plain += code.slice(from, index) + blank(code.slice(index, end.lastIndex))
    from = end.lastIndex
  }
  return plain + code.slice(from)
}

/** In single quotes a `$` is a `$`, but `<NAME>` is still for the reader. */
function keepPlaceholders(part: string): string {
  if (part.startsWith('#')) return blank(part)
  return part.replaceAll('$', ' ')
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
