import { LineCounter, parseAllDocuments, type Scalar } from 'yaml'
import { findAlerts, type FoundText } from './find-alerts.ts'
import { refusal } from './refusal.ts'
import { blankActions, isTemplate, type Blanked } from './template-actions.ts'

/** A line and a column, from 1. */
export interface Position {
  line: number
  column: number
}

/** An alert of a rule file, with the positions of what the check speaks of. */
export interface AlertRule {
  /** As written; with `{{ … }}` where only a template knows it. */
  name: string
  position: Position
  severity?: string
  runbookUrl?: { url: string; position: Position }
}

export interface RuleFile {
  alerts: AlertRule[]
  /** How many rules record a series and alert nobody. */
  recording: number
  /** Where rules are that have no name: nobody could say which alert they are. */
  nameless?: Position[]
  /** Whether actions of a template were taken out: their conditions were ignored. */
  isTemplate: boolean
  /** Why nothing could be read, or a part could not. */
  problem?: { message: string; hint: string; position?: Position }
}

/** Reads the alerts of a text in any of the forms that `npm run check -- --alerts` takes. Never throws. */
export function readRules(text: string, name = ''): RuleFile {
  if (text.trim() === '') return refused('The file is empty', 'Pass a file that holds alerts.')
  if (/\.(txt|tsv)$/i.test(name)) return readNames(text)
  const file = readYamlRules(text, 0)
  if (file.alerts.length > 0) return file
  // From standard input there is no name to go by.
  if (name === '' && file.recording === 0 && isListOfNames(text)) return readNames(text)
  return { ...file, problem: file.problem ?? refusal(text, name, file.recording) }
}

function refused(message: string, hint: string): RuleFile {
  return { alerts: [], recording: 0, isTemplate: false, problem: { message, hint } }
}

function readYamlRules(text: string, depth: number): RuleFile {
  const plain = parse(text, undefined, depth)
  if (!text.includes('{{') || (!plain.problem && !isTemplate(text))) return plain
  const blanked = readTemplate(text, depth)
  return !plain.problem && plain.alerts.length > blanked.alerts.length ? plain : blanked
}

function readTemplate(text: string, depth: number): RuleFile {
  const blanked = blankActions(text)
  const file = { ...parse(blanked.text, blanked, depth), isTemplate: true }
  if (!file.problem) return file
  // The two branches of a condition can make no YAML together; the lines of each still say what they say.
  const alerts = readLines(blanked)
  return alerts.length === 0 ? file : { alerts, recording: file.recording, isTemplate: true }
}

function parse(text: string, blanked: Blanked | undefined, depth: number): RuleFile {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    merge: true,
    // Branches of a template repeat keys.
    uniqueKeys: blanked === undefined,
  })
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const shown = ({ text: value, start, end }: FoundText) => blanked?.original(value, start, end) ?? value
  const file: RuleFile = { alerts: [], recording: 0, isTemplate: false }
  for (const document of Array.isArray(documents) ? documents : []) {
    const [error] = document.errors
    if (error) {
      const position = positionAt(error.pos[0])
      const [message = ''] = error.message.split('\n')
      file.problem = {
        message: `This is no YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/[.:]$/, '')}`,
        hint: 'Correct it: nothing of the file was read.',
        position,
      }
      return { ...file, alerts: [] }
    }
    const found = findAlerts(document)
    file.recording += found.recording
    // A template may print the name.
    if (blanked === undefined && found.nameless.length > 0)
      file.nameless = [...(file.nameless ?? []), ...found.nameless.map(positionAt)]
    for (const { name, severity, runbookUrl } of found.alerts) {
      file.alerts.push({
        name: shown(name).trim(),
        position: positionAt(name.start),
        ...(severity && { severity: shown(severity) }),
        ...(runbookUrl && {
          runbookUrl: { url: shown(runbookUrl).trim(), position: positionAt(runbookUrl.start) },
        }),
      })
    }
    for (const scalar of depth < MAX_DEPTH ? found.embedded : []) {
      const inner = readYamlRules(blanked ? shownScalar(scalar, shown) : scalar.value, depth + 1)
      const outer = outerPosition(scalar, text, positionAt)
      file.recording += inner.recording
      file.alerts.push(
        ...inner.alerts.map((alert) => ({
          ...alert,
          position: outer(alert.position),
          ...(alert.runbookUrl && {
            runbookUrl: { ...alert.runbookUrl, position: outer(alert.runbookUrl.position) },
          }),
        })),
      )
      if (inner.problem)
        file.problem ??= {
          ...inner.problem,
          ...(inner.problem.position && { position: outer(inner.problem.position) }),
        }
    }
  }
  return file
}

/** Rules in a text in a text are some tool's; deeper there are none. */
const MAX_DEPTH = 2

function shownScalar(scalar: Scalar<string>, shown: (text: FoundText) => string): string {
  const [start = 0, end = 0] = scalar.range ?? []
  return shown({ text: scalar.value, start, end })
}

/** Positions within a block of text, as positions in the file; within quotes, all are where the text begins. */
function outerPosition(
  scalar: Scalar<string>,
  text: string,
  positionAt: (offset: number) => Position,
): (position: Position) => Position {
  const start = scalar.range?.[0] ?? 0
  const header = positionAt(start)
  if (scalar.type !== 'BLOCK_LITERAL') return () => header
  const below = text.slice(text.indexOf('\n', start) + 1)
  const indent = /^(?:[ \t]*\n)*( *)/.exec(below)?.[1]?.length ?? 0
  return ({ line, column }) => ({ line: header.line + line, column: column + indent })
}

/** The alerts of a template that is no YAML without its actions, line by line. */
function readLines({ text, original }: Blanked): AlertRule[] {
  const alerts: AlertRule[] = []
  let offset = 0
  for (const [index, line] of text.split('\n').entries()) {
    const [, lead = '', key, value = ''] = /^([\s-]*)(alert|runbook_url):\s*(\S.*?)\s*$/.exec(line) ?? []
    const position = { line: index + 1, column: lead.length + (key?.length ?? 0) + 3 }
    const said = original(value.replace(/^(['"])(.*)\1$/, '$2'), offset, offset + line.length)
    const last = alerts.at(-1)
    if (key === 'alert') alerts.push({ name: said, position })
    else if (key !== undefined && last) last.runbookUrl ??= { url: said, position }
    offset += line.length + 1
  }
  return alerts
}

function isListOfNames(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.every((line) => /^(?:#.*|[^\t:{}[\]"]+(?:\t\S*)?)$/.test(line))
}

/** One name a line, and its address after a tab: what any other tool's export can be made into. */
function readNames(text: string): RuleFile {
  const alerts = text.split(/\r?\n/).flatMap((line, index): AlertRule[] => {
    const [name = '', url = ''] = line.split('\t')
    if (name.trim() === '' || name.startsWith('#')) return []
    const position = { line: index + 1, column: 1 }
    const address = { url: url.trim(), position: { line: index + 1, column: name.length + 2 } }
    return [{ name: name.trim(), position, ...(url.trim() !== '' && { runbookUrl: address }) }]
  })
  if (alerts.length === 0) return refused('The list names no alert', 'Write one name a line.')
  return { alerts, recording: 0, isTemplate: false }
}
