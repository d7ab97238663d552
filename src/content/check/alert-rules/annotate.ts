import { readRules, type AlertRule } from './read-rules.ts'
import { sameButAddresses } from './same-but-addresses.ts'

/** Where an annotation is to be in a rule file. */
export interface Wanted {
  alert: AlertRule
  /** The whole address, in the templating syntax of Prometheus and of Grafana. */
  url: string
}

/** A rule file with its annotations, or why it stays as it is. */
export type Annotated = { text: string } | { problem: string }

const KEY = 'runbook_url'

/**
 * Puts the annotation `runbook_url` of some alerts into the text of a rule file. Every comment and everything else stays as
 * it is, byte for byte. The result is read again, and given only where each alert then has its address and nothing else
 * is another.
 */
export function annotate(text: string, wanted: readonly Wanted[]): Annotated {
  const before = readRules(text)
  if (before.isTemplate)
    return { problem: 'It is a template, whose own marks would take those of the annotation for theirs' }
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  if (newline === '\r\n' && /(?<!\r)\n/.test(text)) return { problem: 'Its lines end in two ways' }
  const lines = text.split(/\r?\n/)
  // From the end to the beginning: what is put in moves only lines that are done.
  for (const { alert, url } of wanted.toSorted((a, b) => b.alert.position.line - a.alert.position.line)) {
    const done = alert.runbookUrl
      ? replaceValue(lines, alert.runbookUrl.position, url)
      : insert(lines, alert, url)
    if (!done)
      return {
        problem: `The rule of ${alert.name} (line ${String(alert.position.line)}) is written in a form that is not changed`,
      }
  }
  const result = lines.join(newline)
  return isRight(before.alerts, readRules(result).alerts, wanted) && sameButAddresses(text, result)
    ? { text: result }
    : { problem: 'What came out could not be read as it should' }
}

function isRight(
  before: readonly AlertRule[],
  after: readonly AlertRule[],
  wanted: readonly Wanted[],
): boolean {
  if (before.length !== after.length) return false
  return before.every((alert, index) => {
    const url = wanted.find(
      (each) => each.alert.position.line === alert.position.line && each.alert.name === alert.name,
    )?.url
    const now = after[index]
    return (
      now?.name === alert.name &&
      now.severity === alert.severity &&
      now.runbookUrl?.url === (url ?? alert.runbookUrl?.url)
    )
  })
}

/** Puts an address in the place of the scalar that begins at a position; `false` where it is not one of one line. */
function replaceValue(
  lines: string[],
  { line, column }: { line: number; column: number },
  url: string,
): boolean {
  const whole = lines[line - 1]
  if (whole === undefined) return false
  const [head, tail] = [whole.slice(0, column - 1), whole.slice(column - 1)]
  // In a flow collection a comma or a brace would end a plain value.
  const found = /^'(?:[^']|'')*'|^"(?:[^"\\]|\\.)*"|^[^\s'"{[|>&*!#%@`,][^#{}[\],]*?(?=\s*$|\s+#)/.exec(tail)
  if (!found || !/:\s+$/.test(head)) return false
  lines[line - 1] = head + quoted(url, found[0].startsWith('"')) + tail.slice(found[0].length)
  return true
}

/** Adds the annotation to a rule in block style that has none; `false` where the rule is in another style. */
function insert(lines: string[], alert: AlertRule, url: string): boolean {
  const at = alert.position.line - 1
  const head = (lines[at] ?? '').slice(0, alert.position.column - 1)
  const key = /^([\s-]*)(?:alert|title|name):\s+$/.exec(head)
  if (!key) return false
  const indent = key[1]?.length ?? 0
  const [first, end] = rangeOf(lines, at, indent)
  const annotations = lines.findIndex(
    (line, index) => index >= first && index < end && keyOf(line, indent) === 'annotations',
  )
  const text = (depth: number) => `${' '.repeat(depth)}${KEY}: ${quoted(url, false)}`
  if (annotations < 0) {
    const last = lastUsed(lines, first, end)
    lines.splice(last + 1, 0, `${' '.repeat(indent)}annotations:`, text(indent + 2))
    return true
  }
  const rest = (lines[annotations] ?? '').replace(/^[\s-]*annotations:/, '')
  if (!/^\s*(?:#.*)?$/.test(rest)) return false
  const child = lines
    .slice(annotations + 1, end)
    .find((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
  const depth = child === undefined ? 0 : indentOf(child)
  lines.splice(annotations + 1, 0, text(depth > indent ? depth : indent + 2))
  return true
}

/** The lines of the item of a list whose keys are at a depth: its first, and the one after its last. */
function rangeOf(lines: readonly string[], at: number, indent: number): [number, number] {
  const isItem = (line: string) => /^[\s-]*-\s/.test(line) && line.search(/[^\s-]/) === indent
  let first = at
  while (first > 0 && !isItem(lines[first] ?? '')) first -= 1
  let end = at + 1
  while (end < lines.length) {
    const line = lines[end] ?? ''
    if (line.trim() !== '' && !line.trimStart().startsWith('#') && indentOf(line) < indent) break
    end += 1
  }
  return [first, end]
}

/** The last line of a rule that says something: what is put in comes before the blank lines and comments after it. */
function lastUsed(lines: readonly string[], first: number, end: number): number {
  let last = first
  /** How far the key of a block of text is indented, within that block: what looks like a comment is text there. */
  let block: number | undefined
  for (let at = first; at < end; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    if (block !== undefined && indentOf(line) <= block) block = undefined
    if (block === undefined && line.trimStart().startsWith('#')) continue
    last = at
    if (block === undefined && BLOCK.test(line)) block = line.search(/[^\s-]/)
  }
  return last
}

/** The end of a line whose value is a block of text, on the lines after it. */
const BLOCK = /:\s+(?:[&!]\S+\s+)*[|>][-+1-9]{0,2}\s*(?:\s#.*)?$/

function keyOf(line: string, indent: number): string | undefined {
  const found = /^([\s-]*)([\w-]+):/.exec(line)
  return found?.[1]?.length === indent ? found[2] : undefined
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0
}

function quoted(url: string, isDouble: boolean): string {
  return isDouble ? JSON.stringify(url) : `'${url.replaceAll("'", "''")}'`
}
