import { parseDocument, visit, type Document, type YAMLError, type YAMLWarning } from 'yaml'
import type { Problem } from './parse.ts'
import { slipIn } from './yaml-slips.ts'

export interface YamlReading {
  /** `undefined` where it cannot be read. */
  data: unknown
  yaml: Document.Parsed
  /** With offsets into the YAML. */
  problems: Problem[]
}

/** YAML 1.2, so that a date stays text and 09:00 is no number. */
export function readYaml(text: string): YamlReading {
  const yaml = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    prettyErrors: false,
  })
  const problems = yamlProblems(yaml, text)
  // A field that is there twice leaves the others readable.
  if (problems.some(({ rule }) => rule !== 'yaml-duplicate-key')) return { data: undefined, yaml, problems }
  const misread = misreadNode(yaml, text)
  if (misread) return { data: undefined, yaml, problems: [...problems, misread] }
  try {
    return { data: yaml.toJS({ maxAliasCount: MOST_ALIASES }) as unknown, yaml, problems }
  } catch {
    problems.push({ ...ALIAS, message: 'The values that * stands for are far too many', offset: 0 })
    return { data: undefined, yaml, problems }
  }
}

/** YAML lets a value stand for another, which can be missing, or multiply beyond measure. */
const ALIAS = {
  rule: 'yaml',
  hint: 'Write the value out instead of using & and *; put text that begins with * in quotes.',
}
const MOST_ALIASES = 100

/** What the parser takes for something else than was meant, without a word. */
function misreadNode(yaml: Document.Parsed, text: string): Problem | undefined {
  let problem: Problem | undefined
  visit(yaml, {
    Alias(_, alias) {
      if (alias.resolve(yaml)) return undefined
      const message = 'The * stands for a value that is not there'
      problem = { ...ALIAS, message, offset: alias.range?.[0] ?? 0 }
      return visit.BREAK
    },
    Scalar(_, { type, range }) {
      const item = type === 'PLAIN' && range ? text.slice(range[0], range[1]).search(/\n\s*- /) : -1
      if (!range || item < 0) return undefined
      problem = {
        rule: 'yaml',
        message: 'This line is read as a part of the one above it',
        hint: 'Begin all items of a list in the same column.',
        offset: text.indexOf('-', range[0] + item),
      }
      return visit.BREAK
    },
  })
  return problem
}

/** What to do about the parser's commonest complaints, by their code. */
const HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put a value that contains a colon and a space in quotes.',
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
const MESSAGES: Readonly<Record<string, string>> = {
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
  const first = found.find(({ code }) => code !== 'DUPLICATE_KEY')
  const duplicates = found
    // What follows the first syntax error is its consequence.
    .filter(({ code, pos }) => code === 'DUPLICATE_KEY' && (first === undefined || pos[0] < first.pos[0]))
    .map(({ pos }) => ({ offset: pos[0], key: /^[^:\s]*/.exec(text.slice(pos[0]))?.[0] ?? '' }))
    .filter(({ key }) => key !== '')
    .map(({ offset, key }) => ({
      rule: 'yaml-duplicate-key',
      message: `The field "${key}" is there twice`,
      hint: 'Keep one of the two.',
      offset,
    }))
  return first ? [...duplicates, { rule: 'yaml', ...(slipIn(text) ?? complaint(first)) }] : duplicates
}

function complaint({ code, message, pos }: YAMLError | YAMLWarning) {
  return {
    message: `This is not YAML: ${MESSAGES[code] ?? message.replace(/; please use.*/, '')}`,
    hint: HINTS[code] ?? 'Compare with an entry that works; quotes around the value mend most mistakes.',
    offset: pos[0],
  }
}
