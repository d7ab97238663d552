import { isUtf8 } from 'node:buffer'
import { channel } from 'node:diagnostics_channel'
import type Matter from 'gray-matter'
import type { LineCounter } from 'yaml'
import { lazyPackage } from '../../text/lazy-package.ts'
import type { Finding, Place } from './findings.ts'
import { limitProblem } from './limits.ts'
import { MAX_READ } from './plain-file.ts'
import { yaml } from './yaml/library.ts'
import { readYaml, type YamlReading } from './yaml/read.ts'
import type { Part, Path } from './yaml/position.ts'

/** What a file says, with the place of every key and value. The only parser of content: the site and every script use it. */
export interface Source {
  text: string
  /** The frontmatter, or the whole of a YAML file; `undefined` where it cannot be read. */
  data: unknown
  /** What follows the frontmatter; empty for YAML. */
  body: string
  /** Where the body begins in `text`. */
  bodyOffset: number
  /** The line on which it begins, from 1. */
  bodyLine: number
  /** Whether it is clear where the frontmatter ends; if not, what follows it means nothing. */
  isDivided: boolean
  problems: Problem[]
  placeAt(offset: number): Place
  /** Where in the text the key or value at a path begins; where it is missing, what is nearest above it. */
  offsetOf(path: Path, part?: Part): number
  placeOf(path: Path, part?: Part): Place
}

export interface Problem extends Pick<Finding, 'rule' | 'message' | 'hint'> {
  /** Into the text. */
  offset: number
}

const FENCE = '---'

const matter = lazyPackage<typeof Matter>('gray-matter')

/** Hears of every parse, in all instances of this module: a test counts that no file is parsed twice. */
const parses = channel('watchbook:parse')

/** Reads a file's bytes: a Markdown or MDX file with frontmatter, or a YAML file. Never throws. */
export function parseSource(bytes: Uint8Array, kind: 'yaml' | 'markdown'): Source {
  // Without `fatal` a byte order mark is dropped and a broken byte becomes U+FFFD.
  const text = new TextDecoder().decode(bytes)
  if (parses.hasSubscribers) parses.publish({ text })
  // Of a file that is far too long only the beginning was read, which may end within a character.
  const isText = bytes.length > MAX_READ || isUtf8(bytes)
  const refusal = isText ? (limitProblem(text, kind) ?? mergeConflict(text)) : notUtf8(text)
  const source = refusal ? unreadable(refusal) : read(text, kind)
  const lines = lineCounter(text)
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const offsetOf = (path: Path, part: Part = 'value') =>
    source.yamlOffset + (source.offsetOf?.(path, part) ?? 0)
  return {
    text,
    data: source.data,
    body: text.slice(source.bodyOffset),
    bodyOffset: source.bodyOffset,
    bodyLine: placeAt(source.bodyOffset).line,
    isDivided: source.isDivided,
    problems: source.problems,
    placeAt,
    offsetOf,
    placeOf: (path, part) => placeAt(offsetOf(path, part)),
  }
}

interface Reading {
  data: unknown
  offsetOf?: YamlReading['offsetOf']
  /** Where the YAML begins in the text. */
  yamlOffset: number
  bodyOffset: number
  isDivided: boolean
  problems: Problem[]
}

function unreadable(problem: Problem): Reading {
  return { data: undefined, yamlOffset: 0, bodyOffset: 0, isDivided: false, problems: [problem] }
}

function read(text: string, kind: 'yaml' | 'markdown'): Reading {
  if (kind === 'yaml') return { ...readYaml(text), yamlOffset: 0, bodyOffset: text.length, isDivided: true }
  const refusal = refuseFrontmatter(text)
  if (refusal) return unreadable(refusal)
  return readMarkdown(text)
}

/** gray-matter reads these forms in silence, as nothing or as something else than what was meant; one of them runs code. */
function refuseFrontmatter(text: string): Problem | undefined {
  const opening = /^\s*---/.exec(text)
  if (!opening) {
    const dashes = /^\s*([-–—]+)\s*$/m.exec(text.split('\n')[0] ?? '')?.[1]
    return {
      rule: 'frontmatter-missing',
      message:
        dashes === undefined ? 'The file has no frontmatter' : `The file begins with ${dashes}, not with ---`,
      hint: 'Begin it with a line ---, the fields, and another line ---.',
      offset: 0,
    }
  }
  if (opening[0] !== FENCE) {
    return {
      rule: 'frontmatter-not-first',
      message: 'The frontmatter does not begin on the first line',
      hint: 'Remove everything before the first ---: blank lines and spaces make it plain text.',
      offset: opening[0].length - FENCE.length,
    }
  }
  const firstLine = /^---([^\r\n]*)/.exec(text)?.[1] ?? ''
  if (firstLine.trim() !== '') {
    return {
      rule: 'frontmatter-language',
      message: `The frontmatter begins with ---${firstLine.trim()}`,
      hint: 'Frontmatter is YAML and begins with --- alone; other languages are switched off.',
      offset: FENCE.length,
    }
  }
  const closing = text.indexOf(`\n${FENCE}`, FENCE.length)
  const lastLine = closing < 0 ? undefined : /^---([^\r\n]*)/.exec(text.slice(closing + 1))?.[1]
  if (lastLine?.trim() !== '') {
    return {
      rule: 'frontmatter-unclosed',
      message: 'The frontmatter is not closed by a line ---',
      hint: 'Put a line with --- and nothing else after the last field.',
      offset: closing < 0 ? endOfFields(text) : closing + 1,
    }
  }
  // A rule further down closes what was left open, and the text above it is taken for fields.
  if (/^#{2,6} /m.test(text.slice(0, closing))) {
    return {
      rule: 'frontmatter-unclosed',
      message: 'The frontmatter is not closed before the text begins',
      hint: 'Put a line with --- and nothing else after the last field.',
      offset: endOfFields(text),
    }
  }
  return undefined
}

/** Where the line --- was probably forgotten, or mistyped: at the first line that is no field. */
function endOfFields(text: string): number {
  const end = /\n(?=[-–—]+\r?\n|\r?\n|#)/.exec(text)
  return end ? end.index + 1 : 0
}

function mergeConflict(text: string): Problem | undefined {
  // Without them, there is nothing to look for in a long text.
  if (!text.includes('<<<<<<< ') && !text.includes('>>>>>>> ')) return undefined
  const [start, end] = [/^<{7} /m.exec(text), /^>{7} /m.exec(text)]
  const first = start ?? end
  if (!first) return undefined
  return {
    rule: 'merge-conflict',
    message:
      start && end
        ? 'There are two versions of the text here, as git left them'
        : 'There is a line of a conflict here, as git left it',
    hint: 'Keep one of the two, or both, and delete the lines <<<<<<<, ======= and >>>>>>>.',
    offset: first.index,
  }
}

function readMarkdown(text: string): Reading {
  let fields: YamlReading | undefined
  const engine = {
    parse(block: string): object {
      // With Windows line endings, gray-matter leaves half of the last one.
      fields = readYaml(block.replace(/\r$/, ''))
      return {}
    },
  }
  // Options, whatever they are, keep gray-matter from its cache, which remembers a broken file as an empty one.
  const { content } = matter()(text, {
    language: 'yaml',
    engines: { yaml: engine, json: refuseEngine, javascript: refuseEngine },
  })
  return {
    // The engine is not called for frontmatter without a field.
    data: {},
    ...fields,
    problems: (fields?.problems ?? []).map((problem) => ({
      ...problem,
      offset: FENCE.length + problem.offset,
    })),
    yamlOffset: fields ? FENCE.length : 0,
    bodyOffset: text.length - content.length,
    isDivided: true,
  }
}

function refuseEngine(): never {
  throw new Error('Frontmatter is YAML')
}

function notUtf8(text: string): Problem {
  return {
    rule: 'not-utf-8',
    message: 'The file is not UTF-8 text',
    hint: 'Save it as UTF-8; the characters from here on are stored in another encoding.',
    offset: Math.max(0, text.indexOf('\uFFFD')),
  }
}

function lineCounter(text: string): LineCounter {
  const lines = new (yaml().LineCounter)()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return lines
}
