import type { Document, YAMLError, YAMLWarning } from 'yaml'
import type { Problem } from '../source.ts'
import { yaml } from './library.ts'
import { locateIn, type Part, type Path } from './position.ts'
import { slipsIn, type Slip } from './slips.ts'

export interface YamlReading {
  /** `undefined` where it cannot be read. */
  data: unknown
  /** With offsets into the YAML. */
  problems: Problem[]
  /** Where the key or value at a path begins. */
  offsetOf: (path: Path, part: Part) => number
}

/** YAML 1.2, so that a date stays text and 09:00 is no number. */
export function readYaml(text: string, slipsLeft = MAX_SLIPS): YamlReading {
  const document = yaml().parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    prettyErrors: false,
  })
  const problems = yamlProblems(document, text)
  const offsetOf = (path: Path, part: Part) => locateIn(document, path, part)
  const error = syntaxError(document)
  if (document.directives.yaml.explicit === true) return { data: undefined, problems: [VERSION], offsetOf }
  if (error) {
    return (slipsLeft > 0 && readCorrected(text, error, slipsLeft)) || { data: undefined, problems, offsetOf }
  }
  const misread = problems.length === 0 ? misreadNode(document, text) : undefined
  // A field that is there twice leaves the others readable.
  if (misread) return { data: undefined, problems: [misread], offsetOf }
  try {
    return { data: document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown, problems, offsetOf }
  } catch {
    problems.push({ ...ALIAS, message: 'The values that * stands for are far too many', offset: 0 })
    return { data: undefined, problems, offsetOf }
  }
}

/** Past this many, a file is no YAML with slips. */
const MAX_SLIPS = 10

/** Reads on as if the first slip were corrected, so that the mistakes after it are reported too. */
function readCorrected(text: string, error: SyntaxProblem, slipsLeft: number): YamlReading | undefined {
  const slips = suspectsOf(text, error)
  const isCause = ({ corrected }: Slip) => {
    const next = syntaxError(yaml().parseDocument(corrected, { stringKeys: true, prettyErrors: false }))
    return !next || next.pos[0] > error.pos[0]
  }
  const cause = slips.find(isCause)
  const slip = cause ?? slips[0]
  if (!slip) return undefined
  const { message, hint, offset, corrected, offsetInOriginal } = slip
  const rest = readYaml(corrected, slipsLeft - 1)
  const others = rest.problems.map((problem) => ({ ...problem, offset: offsetInOriginal(problem.offset) }))
  return {
    data: rest.data,
    // Where nothing corrects it, what the parser says of the rest is a guess.
    problems: [{ rule: 'yaml', message, hint, offset }, ...(cause || rest.data !== undefined ? others : [])],
    offsetOf: (path, part) => offsetInOriginal(rest.offsetOf(path, part)),
  }
}

/** Each suspicion costs a parse: of many, the nearest before the place where the parser gave up. */
const MAX_SUSPECTS = 40
/** Past this length, a parse takes so long that few are tried. */
const LONG_YAML = 20_000

function suspectsOf(text: string, error: SyntaxProblem): Slip[] {
  const slips = slipsIn(text)
  const most = text.length > LONG_YAML ? 5 : MAX_SUSPECTS
  if (slips.length <= most) return slips
  const line = text.indexOf('\n', error.pos[0])
  return slips.filter(({ offset }) => offset <= (line < 0 ? text.length : line)).slice(-most)
}

type SyntaxProblem = YAMLError | YAMLWarning

function syntaxError({ errors, warnings }: Document.Parsed): SyntaxProblem | undefined {
  return [...errors, ...warnings].find(({ code }) => code !== 'DUPLICATE_KEY')
}

const VERSION: Problem = {
  rule: 'yaml',
  message: 'The file chooses a version of YAML',
  hint: 'Remove the line %YAML: every file is read as YAML 1.2.',
  offset: 0,
}

/** YAML lets a value stand for another, which can be missing, or multiply beyond measure. */
const ALIAS = {
  rule: 'yaml',
  hint: 'Write the value out instead of using & and *; put text that begins with * in quotes.',
}
const MAX_ALIASES = 100

/** What the parser takes for something else than was meant, without a word. */
function misreadNode(document: Document.Parsed, text: string): Problem | undefined {
  const { visit } = yaml()
  let problem: Problem | undefined
  visit(document, {
    Alias(_, alias, path) {
      const meant = alias.resolve(document)
      if (meant && !path.includes(meant)) return undefined
      const message = meant
        ? 'The * stands for the value that it is a part of'
        : 'The * stands for a value that is not there'
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

function yamlProblems(document: Document.Parsed, text: string): Problem[] {
  const first = syntaxError(document)
  const duplicates = document.errors
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
  return first ? [...duplicates, complaint(first)] : duplicates
}

function complaint({ code, message, pos }: SyntaxProblem): Problem {
  return {
    rule: 'yaml',
    message: `This is not YAML: ${MESSAGES[code] ?? message.replace(/; please use.*/, '')}`,
    hint: HINTS[code] ?? 'Compare with an entry that works; quotes around the value correct most mistakes.',
    offset: pos[0],
  }
}
