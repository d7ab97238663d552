import { isUtf8 } from 'node:buffer'
import matter from 'gray-matter'
import { LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { Finding, Place } from './findings.ts'
import { locateIn, type Part, type Path } from './yaml-position.ts'

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
  offset?: number
}

const FENCE = '---'

/** Reads a file's bytes: a Markdown or MDX file with frontmatter, or a YAML file. Never throws. */
export function parseSource(bytes: Uint8Array, kind: 'yaml' | 'markdown'): Source {
  // Without `fatal` a byte order mark is dropped and a broken byte becomes U+FFFD.
  const text = new TextDecoder().decode(bytes)
  const source = isUtf8(bytes) ? read(text, kind) : unreadable(notUtf8(text))
  const lines = lineCounter(text)
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const offsetOf = (path: Path, part: Part = 'value') =>
    source.yaml ? source.yamlOffset + locateIn(source.yaml, path, part) : 0
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
  yaml?: Document.Parsed
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
  if (kind === 'yaml')
    return { ...readYaml(text, 0), yamlOffset: 0, bodyOffset: text.length, isDivided: true }
  const refusal = refuseFrontmatter(text)
  if (refusal) return unreadable(refusal)
  return readMarkdown(text)
}

/** gray-matter reads these forms in silence, as nothing or as something else than what was meant; one of them runs code. */
function refuseFrontmatter(text: string): Problem | undefined {
  const opening = /^\s*---/.exec(text)
  if (!opening) {
    return {
      rule: 'frontmatter-missing',
      message: 'The file has no frontmatter',
      hint: 'Begin it with a line ---, the fields, and another line ---.',
      offset: 0,
    }
  }
  if (opening[0] !== FENCE) {
    return {
      rule: 'frontmatter-not-first',
      message: 'The frontmatter does not begin on the first line',
      hint: 'Remove what stands before the first ---: blank lines and spaces make it plain text.',
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
      offset: closing < 0 ? 0 : closing + 1,
    }
  }
  return undefined
}

function readMarkdown(text: string): Reading {
  let yaml: ReturnType<typeof readYaml> | undefined
  const engine = {
    parse(block: string): object {
      // With Windows line endings, gray-matter leaves half of the last one.
      yaml = readYaml(block.replace(/\r$/, ''), FENCE.length)
      return {}
    },
  }
  // Options, whatever they are, keep gray-matter from its cache, which remembers a broken file as an empty one.
  const { content } = matter(text, {
    language: 'yaml',
    engines: { yaml: engine, json: refuseEngine, javascript: refuseEngine },
  })
  return {
    // The engine is not called for frontmatter without a field.
    ...(yaml ?? { data: {}, problems: [] }),
    yamlOffset: FENCE.length,
    bodyOffset: text.length - content.length,
    isDivided: true,
  }
}

function refuseEngine(): never {
  throw new Error('Frontmatter is YAML')
}

/** YAML 1.2, so that a date stays text and 09:00 is no number. */
function readYaml(text: string, offset: number): Pick<Reading, 'data' | 'yaml' | 'problems'> {
  const yaml = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    prettyErrors: false,
  })
  const problems = yamlProblems(yaml, text).map((problem) => ({
    ...problem,
    offset: offset + (problem.offset ?? 0),
  }))
  // A field that is there twice leaves the others readable.
  if (problems.some(({ rule }) => rule !== 'yaml-duplicate-key')) return { data: undefined, yaml, problems }
  const alias = senselessAlias(yaml)
  if (alias)
    return {
      data: undefined,
      yaml,
      problems: [...problems, { ...alias, offset: offset + (alias.offset ?? 0) }],
    }
  return { data: yaml.toJS({ maxAliasCount: MOST_ALIASES }) as unknown, yaml, problems }
}

const MOST_ALIASES = 100

/** YAML lets a value stand for another, which can be missing, or multiply beyond measure. */
function senselessAlias(yaml: Document.Parsed): Problem | undefined {
  let offset: number | undefined
  visit(yaml, {
    Alias(_, alias) {
      if (alias.resolve(yaml)) return undefined
      offset = alias.range?.[0]
      return visit.BREAK
    },
  })
  const problem = {
    rule: 'yaml',
    hint: 'Write the value out instead of using & and *; put text that begins with * in quotes.',
  }
  if (offset !== undefined)
    return { ...problem, message: 'The * stands for a value that is not there', offset }
  try {
    yaml.toJS({ maxAliasCount: MOST_ALIASES })
    return undefined
  } catch {
    return { ...problem, message: 'The values that * stands for are far too many', offset: 0 }
  }
}

/** What to do about the parser's commonest complaints, by their code. */
const YAML_HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put a value that contains a colon and a space in quotes.',
  DUPLICATE_KEY: 'Keep one of the two.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Close the bracket, or indent the line further than its key.',
  MISSING_CHAR: 'Close the quote or bracket, or put a colon and a space after the key.',
  BAD_SCALAR_START: 'Put a value that begins with @, ` or % in quotes.',
  BAD_DQ_ESCAPE: 'Use single quotes, in which a backslash is only a backslash.',
  MULTIPLE_DOCS: 'Keep one document a file: remove the line --- or ...',
  TAG_RESOLVE_FAILED: 'Put a value that begins with ! in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Begin each item of a list with "- ", and put a colon and a space after each key.',
}

/** The parser's commonest complaints in words of this trade. */
const YAML_MESSAGES: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'the value contains a colon and a space, as a key would',
  MULTILINE_IMPLICIT_KEY: 'a line is neither a field nor an item of a list',
}

function yamlProblems(yaml: Document.Parsed, text: string): Problem[] {
  if (yaml.directives.yaml.explicit === true) {
    return [
      {
        rule: 'yaml',
        message: 'The file chooses a version of YAML',
        hint: 'Remove the line %YAML: every file is read as YAML 1.2.',
        offset: 0,
      },
    ]
  }
  const found = [...yaml.errors, ...yaml.warnings]
  // What follows the first syntax error is its consequence; a key given twice stands for itself.
  const first = found.find(({ code }) => code !== 'DUPLICATE_KEY')
  const telling = found.filter((error) => error === first || error.code === 'DUPLICATE_KEY')
  return telling.map(({ code, message, pos }) => ({
    rule: code === 'DUPLICATE_KEY' ? 'yaml-duplicate-key' : 'yaml',
    message:
      code === 'DUPLICATE_KEY'
        ? `The field "${/^[^:\s]+/.exec(text.slice(pos[0]))?.[0] ?? ''}" is there twice`
        : `This is not YAML: ${YAML_MESSAGES[code] ?? message.replace(/; please use.*/, '')}`,
    hint: YAML_HINTS[code] ?? 'Compare with an entry that works; quotes around the value mend most mistakes.',
    offset: pos[0],
  }))
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
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return lines
}
