import { isDeepStrictEqual } from 'node:util'
import {
  Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Pair,
  type YAMLMap,
} from 'yaml'
import type { PublishedWeek } from '../../oncall/index.ts'

const HEADER = `# Weeks already announced: they never move by themselves.
# Written by \`npm run oncall -- publish\`; commit it, so that everybody sees the same weeks.
`

/** Longer lines are written as blocks, as Prettier would. */
const LINE_WIDTH = 110

const KEYS = ['start', 'engineer', 'cycle', 'members', 'plain', 'holidays', 'daysOff', 'absences'] as const

interface Edit {
  from: number
  to: number
  text: string
}

/**
 * The text of a published file, brought to say `weeks`. Only the values that differ are written: every other byte stays,
 * comments and form included.
 *
 * @param text the file as it is; empty where there is none yet
 * @param weeks the whole list: the file's weeks, as they shall be, then new ones
 */
export function updatePublished(text: string, weeks: readonly PublishedWeek[]): string {
  const document = parseDocument(text)
  const list = document.contents
  if (list !== null && !(isSeq(list) && list.flow !== true)) return rewrite(document, weeks)

  const items = isSeq(list) ? list.items : []
  const edits = items.flatMap((item, index) => {
    const week = weeks[index]
    return week && isMap(item) ? editsOf(item, week, text) : []
  })
  const added = weeks.slice(items.length).map((week) => `${render(week)}\n`)
  const updated = append(apply(text, edits), added.join(''))
  const withEnds = text.includes('\r\n') ? updated.replace(/\r?\n/g, '\r\n') : updated
  return says(withEnds, weeks) ? withEnds : rewrite(document, weeks)
}

function editsOf(item: YAMLMap, week: PublishedWeek, text: string): Edit[] {
  const value: unknown = item.toJSON()
  const known = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}))
  return KEYS.flatMap((key): Edit[] => {
    if (isDeepStrictEqual(known.get(key) ?? emptyLike(week[key]), week[key])) return []
    const pair = pairOf(item, key)
    // A key that comes or goes (`members`, where a cycle begins elsewhere) is written or taken out as a line of its own.
    if (!pair) return lineAfter(pairOf(item, KEYS[KEYS.indexOf(key) - 1] ?? 'start'), key, week, text)
    if (week[key] === undefined) return withoutLine(pair, text)
    const edit = pairEdit(pair, key, week, text)
    return edit ? [edit] : []
  })
}

function pairOf(item: YAMLMap, key: string): Pair | undefined {
  return item.items.find((each) => isScalar(each.key) && each.key.value === key)
}

function lineAfter(
  before: Pair | undefined,
  key: (typeof KEYS)[number],
  week: PublishedWeek,
  text: string,
): Edit[] {
  if (!isNode(before?.key) || !isNode(before.value) || !before.key.range || !before.value.range) return []
  const [from] = before.key.range
  const column = from - (text.lastIndexOf('\n', from - 1) + 1)
  const [start, end] = before.value.range
  const valueEnd = start + text.slice(start, end).trimEnd().length
  const lineEnd = text.indexOf('\n', valueEnd)
  const at = lineEnd < 0 ? text.length : lineEnd
  return [{ from: at, to: at, text: `\n${' '.repeat(column)}${renderPair(key, week[key], column)}` }]
}

function withoutLine(pair: Pair, text: string): Edit[] {
  if (!isNode(pair.key) || !isNode(pair.value) || !pair.key.range || !pair.value.range) return []
  const lineStart = text.lastIndexOf('\n', pair.key.range[0] - 1)
  const [start, end] = pair.value.range
  const valueEnd = start + text.slice(start, end).trimEnd().length
  return lineStart < 0 ? [] : [{ from: lineStart, to: valueEnd, text: '' }]
}

/** Replaces a pair, from its key to the end of its value; a comment behind it stays. */
function pairEdit(
  pair: Pair,
  key: (typeof KEYS)[number],
  week: PublishedWeek,
  text: string,
): Edit | undefined {
  if (!isNode(pair.key) || !isNode(pair.value) || !pair.key.range || !pair.value.range) return undefined
  const [from] = pair.key.range
  const [start, end] = pair.value.range
  const value = text.slice(start, end).trimEnd()
  const column = from - (text.lastIndexOf('\n', from - 1) + 1)
  return { from, to: start + value.length, text: renderPair(key, week[key], column) }
}

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), text)
}

function append(text: string, added: string): string {
  if (text === '') return HEADER + added
  return added === '' || text.endsWith('\n') ? text + added : `${text}\n${added}`
}

/** Where the text cannot be edited in place (a list in brackets, say), YAML writes it again, with the comments around the list. */
function rewrite(document: Document, weeks: readonly PublishedWeek[]): string {
  const written = parseDocument(weeks.map(render).join('\n')).contents
  if (written) written.commentBefore = document.contents?.commentBefore ?? null
  const result = document.clone()
  result.contents = written
  return result.toString({ lineWidth: 0, singleQuote: true })
}

function render(week: PublishedWeek): string {
  return KEYS.filter((key) => week[key] !== undefined)
    .map((key, index) => `${index === 0 ? '- ' : '  '}${renderPair(key, week[key], 2)}`)
    .join('\n')
}

function renderPair(key: string, value: unknown, column: number): string {
  const line = `${key}: ${toYaml(value, true)}`
  if (column + line.length <= LINE_WIDTH) return line
  const indent = ' '.repeat(column + 2)
  const block = toYaml(value, false)
    .split('\n')
    .map((each) => indent + each)
  return [`${key}:`, ...block].join('\n')
}

/** On one line, or with the outermost list or map as a block. */
function toYaml(value: unknown, onOneLine: boolean): string {
  // The library pads brackets as it pads braces; Prettier does not.
  if (onOneLine && Array.isArray(value)) return `[${value.map((each) => toYaml(each, true)).join(', ')}]`
  const document = new Document(value)
  visit(document, {
    Collection: (_, node) => {
      node.flow = onOneLine || node !== document.contents
    },
  })
  return document.toString({ lineWidth: 0, singleQuote: true }).trimEnd()
}

function emptyLike(value: unknown): unknown {
  if (Array.isArray(value)) return []
  return typeof value === 'object' ? {} : undefined
}

function says(text: string, weeks: readonly PublishedWeek[]): boolean {
  const { contents, errors } = parseDocument(text)
  if (errors.length > 0) return false
  if (!isCollection(contents)) return weeks.length === 0
  const read: unknown = contents.toJSON()
  return Array.isArray(read) && isDeepStrictEqual(read.map(withDefaults), weeks.map(withDefaults))
}

function withDefaults(week: object): object {
  return { holidays: {}, daysOff: [], absences: [], ...week }
}
