import matter from 'gray-matter'
import type { Document, Node } from 'yaml'
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Finding } from './findings.ts'

/** The one reader of YAML and frontmatter, for the site and for every script: YAML 1.2, dates stay strings. */

export type Path = readonly PropertyKey[]

export interface Place {
  line: number
  column: number
}

export type Problem = Pick<Finding, 'rule' | 'message' | 'hint'> & Partial<Place>

export interface Parsed {
  /** What the YAML says; `undefined` where it cannot be read, and `problems` says why. */
  data: unknown
  /** The text after the frontmatter; empty for YAML files. */
  body: string
  /** Line of the file on which the body starts, from 1. */
  bodyLine: number
  problems: Problem[]
  /** Where a key stands, or the value under it; the nearest part that exists, where it does not. */
  placeOf: (path: Path, part: 'key' | 'value') => Place
}

/** A whole YAML file. */
export function parseYaml(text: string): Parsed {
  return { ...readYaml(text, 1), body: '', bodyLine: 1 }
}

/** A Markdown or MDX file with frontmatter. */
export function parseFrontmatter(text: string): Parsed {
  const refuse = (rule: string, message: string, hint: string, line = 1): Parsed => ({
    ...readYaml('', 1),
    data: undefined,
    body: text,
    bodyLine: 1,
    problems: [{ rule, message, hint, line, column: 1 }],
  })
  const firstLine = /^(?:[ \t]*\r?\n)*/.exec(text)?.[0] ?? ''
  if (firstLine !== '' && text.slice(firstLine.length).startsWith('---')) {
    return refuse(
      'frontmatter-not-first',
      'The frontmatter does not start on the first line',
      'Delete the blank lines above the first `---`.',
    )
  }
  if (!text.startsWith('---')) {
    return refuse(
      'frontmatter-missing',
      'The file has no frontmatter',
      'Start it with `---`, the fields, and `---` again.',
    )
  }
  const language = /^---[ \t]*([^\s-][^\r\n]*)?/.exec(text)?.[1]?.trim()
  if (language !== undefined && language !== 'yaml') {
    return refuse(
      'frontmatter-language',
      `Frontmatter in "${language}" is not read, and never run`,
      'Write it as YAML, after a bare `---`.',
    )
  }
  if (!/^---[^\r\n]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.test(text)) {
    return refuse(
      'frontmatter-unclosed',
      'The frontmatter is never closed',
      'Put a line with `---` after the last field.',
    )
  }
  let read: Omit<Parsed, 'body' | 'bodyLine'> | undefined
  const parse = (yaml: string): object => {
    read = readYaml(yaml.replace(/^\r?\n/, ''), 2)
    return typeof read.data === 'object' && read.data !== null ? read.data : {}
  }
  const refuseEngine = (): object => ({})
  // Options are always passed: without them, gray-matter caches by content, and a file that failed once is `{}` after.
  const file = matter(text, {
    language: 'yaml',
    engines: { yaml: parse, javascript: refuseEngine, js: refuseEngine, json: refuseEngine },
  })
  const bodyStart = text.length - file.content.length
  return {
    ...(read ?? readYaml('', 2)),
    body: file.content,
    bodyLine: text.slice(0, bodyStart).split('\n').length,
  }
}

function readYaml(text: string, firstLine: number): Omit<Parsed, 'body' | 'bodyLine'> {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
  })
  const toPlace = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  const problems = [...document.errors, ...document.warnings].map((error): Problem => ({
    rule: 'yaml',
    message: `The YAML cannot be read: ${error.message.replace(/\.$/, '')}`,
    hint: 'Put texts with `:`, `#` or quotes in them in quotes, and indent with spaces.',
    ...toPlace(error.pos[0]),
  }))
  const data: unknown = problems.length > 0 ? undefined : document.toJS()
  const placeOf = (path: Path, part: 'key' | 'value') => {
    const offset = offsetOf(document, path, part)
    return offset === undefined ? { line: firstLine, column: 1 } : toPlace(offset)
  }
  return { data, problems, placeOf }
}

/** Follows a path through the tree, as far as it goes. */
function offsetOf(document: Document, path: Path, part: 'key' | 'value'): number | undefined {
  let node: Node | null = document.contents
  let offset: number | undefined
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) break
      const key = isScalar(pair.key) ? pair.key.range?.[0] : undefined
      node = isNode(pair.value) ? pair.value : null
      offset = isLast && part === 'key' ? key : (node?.range?.[0] ?? key)
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (!isNode(item)) break
      node = item
      offset = node.range?.[0]
    } else {
      break
    }
  }
  return offset
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value)
}
