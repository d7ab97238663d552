import { DateTime } from 'luxon'
import { z } from 'zod'
import { toId } from './files.ts'
import type { Finding } from './findings.ts'
import type { Source } from './source.ts'
import { date, duration, kinds, timeZone, word } from '../model/fields.ts'
import { fieldsOf, helpOf, schemaAt, unwrap } from '../model/schema-walk.ts'
import { closestTo, didYouMean } from '../../text/suggest.ts'
import { toYaml } from './yaml/write.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** What a schema says of an entry, as findings with the place of the very key or value. */
export function schemaFindings(
  file: string,
  schema: z.ZodType,
  error: z.ZodError,
  source: Pick<Source, 'data' | 'placeOf'>,
): Finding[] {
  const mistakes = error.issues.flatMap((issue) => mistakesOf(issue, schema, source.data))
  const meant = mistakes.map((mistake) => mistake.meant)
  return (
    mistakes
      // A mistyped field is one mistake, not a field too many and one missing.
      .filter(({ missing }) => missing === undefined || !meant.includes(missing))
      .map(({ path, part, rule, message, hint }): Finding => ({
        file,
        ...source.placeOf(path, part),
        severity: 'error',
        rule,
        message,
        hint,
      }))
  )
}

interface Mistake extends Pick<Finding, 'rule' | 'message' | 'hint'> {
  path: Path
  part: 'key' | 'value'
  /** The field that is missing. */
  missing?: string
  /** The field that an unknown one probably stands for. */
  meant?: string
}

function mistakesOf(issue: Issue, schema: z.ZodType, data: unknown): Mistake[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const field = schemaAt(schema, path)
    const known = field ? [...fieldsOf(field).keys()] : []
    return [
      ...issue.keys.slice(0, MAX_UNKNOWN).map((key) => unknownKey(path, key, known)),
      ...manyUnknown(path, issue.keys.slice(MAX_UNKNOWN)),
    ]
  }
  const value = valueAt(data, path)
  if (path.length === 0) return [noFields(value, schema)]
  if (value === undefined) return [missing(path, schema)]
  return [invalid(issue, value, schema)]
}

/** Past this many unknown fields, the file is something else, and each further one says nothing new. */
const MAX_UNKNOWN = 20

function manyUnknown(path: Path, [first, ...rest]: readonly string[]): Mistake[] {
  if (first === undefined) return []
  return [
    {
      path: [...path, first],
      part: 'key',
      rule: 'unknown-key',
      message: `There are ${String(rest.length + 1)} more fields that are not known here`,
      hint: 'Compare the file with one that passes: it looks like another kind of file.',
    },
  ]
}

function unknownKey(path: Path, key: string, known: readonly string[]): Mistake {
  const nearest = closestTo(key, known)
  return {
    ...(nearest !== undefined && { meant: dotted([...path, nearest]) }),
    path: [...path, key],
    part: 'key',
    rule: 'unknown-key',
    message: `Unknown field "${key}"`,
    hint: didYouMean(key, known) ?? `Fields here: ${known.join(', ')}.`,
  }
}

function noFields(value: unknown, schema: z.ZodType): Mistake {
  const isList = schema instanceof z.ZodArray
  return {
    path: [],
    part: 'value',
    rule: 'invalid-value',
    message: `The file is ${show(value)}, not ${isList ? 'a list' : 'fields'}`,
    hint: isList
      ? 'Write its entries below each other, each after "- ".'
      : 'Write `name: value`, one a line.',
  }
}

function missing(path: Path, schema: z.ZodType): Mistake {
  return {
    path: path.slice(0, -1),
    part: 'key',
    missing: dotted(path),
    rule: 'missing-field',
    message: `The field "${dotted(path)}" is missing`,
    hint: help(path, schema),
  }
}

function invalid(issue: Issue, value: unknown, schema: z.ZodType): Mistake {
  const subject = `"${dotted(issue.path)}" is ${show(value)}`
  const isEmpty = value === null || value === ''
  return {
    path: issue.path,
    part: issue.code === 'invalid_key' ? 'key' : 'value',
    rule: 'invalid-value',
    message: isEmpty ? subject : `${subject}${complaint(issue)}`,
    hint: correction(issue, value, schemaAt(schema, issue.path)) ?? help(issue.path, schema),
  }
}

function complaint(issue: Issue): string {
  if (issue.code === 'too_small') return `: it needs ${issue.message}`
  return hasKnown(issue) ? `: ${issue.message}` : `, which is not ${expected(issue)}`
}

function expected(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value')
    return issue.values.length > MAX_LISTED
      ? 'one of the words that are known here'
      : `one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message
  return issue.message
}

/** A sentence that lists more words than this is not read to its end; they are in the hint then. */
const MAX_LISTED = 20

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  string: 'text',
  boolean: 'true or false',
}

/** The corrected form, where it follows from what is there. */
function correction(issue: Issue, value: unknown, field: z.core.$ZodType | undefined): string | undefined {
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String)
    const nearest = closestTo(String(value), words)
    if (nearest !== undefined) return `Did you mean "${nearest}"?`
    return words.length > MAX_LISTED ? `Known: ${words.join(', ')}.` : undefined
  }
  if (hasKnown(issue)) return didYouMean(String(value), issue.params.known)
  if (issue.code !== 'invalid_type') {
    const rewritten = typeof value === 'string' && field ? rewrittenFor(field, value) : undefined
    return rewritten !== undefined && field && z.safeParse(field, rewritten).success
      ? `Write ${rewritten}`
      : undefined
  }
  const name = nameOf(issue.path)
  if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `Put it in quotes to make it text: ${name}: '${String(value)}'`
  }
  if (issue.expected === 'array' && typeof value === 'string')
    return `Write it as a list: ${name}: [${value}]`
  if (issue.expected === 'string' && typeof value === 'object' && value !== null && !Array.isArray(value))
    return `If it is a text with a colon in it, put it in quotes: ${toYaml(toYaml(value).replace(/^\{ ?| ?\}$/g, ''))}`
  return undefined
}

/** Ways in which people write what a field wants in another. */
function rewrittenFor(field: z.core.$ZodType, value: string): string | undefined {
  const kind = kinds.get(unwrap(field))?.kind
  if (kind === kinds.get(date)?.kind) return toDate(value)
  if (kind === kinds.get(duration)?.kind) return toDuration(value)
  if (kind === kinds.get(timeZone)?.kind) return toTimeZone(value)
  return kind === kinds.get(word)?.kind && /[a-z]/i.test(value) ? toId(value) : undefined
}

/** Luxon's formats. */
const DATE_FORMATS = [
  'd.M.yyyy',
  'd-M-yyyy',
  'yyyy-M-d',
  'yyyy/M/d',
  'yyyy.M.d',
  'd MMM yyyy',
  'd MMMM yyyy',
  'MMM d, yyyy',
  'MMMM d, yyyy',
]

/** Of `3/4/2026`, nobody knows the month: where both may be meant, they have to be the same day. */
const EITHER_WAY = ['d/M/yyyy', 'M/d/yyyy']

function toDate(value: string): string | undefined {
  const [day] = datesIn(value, DATE_FORMATS)
  if (day !== undefined) return day
  const [either, ...others] = new Set(datesIn(value, EITHER_WAY))
  return others.length === 0 ? either : undefined
}

function datesIn(value: string, formats: readonly string[]): string[] {
  return formats
    .map((format) => DateTime.fromFormat(value, format, { zone: 'utc', locale: 'en' }))
    .filter(({ isValid }) => isValid)
    .map((day) => day.toFormat('yyyy-MM-dd'))
}

/** The zone whose name or city this is, but for its signs between words and letter case. */
function toTimeZone(value: string): string | undefined {
  const letters = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')
  const meant = letters(value)
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    zones.find((zone) => letters(zone) === meant) ??
    zones.find((zone) => letters(zone.split('/').at(-1) ?? '') === meant) ??
    // Two cities are as like as a city and its misspelling.
    closestTo(value, zones, 1)
  )
}

function toDuration(value: string): string | undefined {
  const [, number, unit = ''] = /^(\d+) ?(h|hours?|d|days?|weeks?|months?|years?)$/i.exec(value) ?? []
  const letter = unit[0]?.toUpperCase()
  return letter === undefined ? undefined : `P${letter === 'H' ? 'T' : ''}${String(number)}${letter}`
}

interface KnownIssue {
  code: 'custom'
  params: { known: readonly string[] }
}

/** A schema may give the allowed values along (see `calendar`). */
function hasKnown(issue: Issue): issue is Issue & KnownIssue {
  return issue.code === 'custom' && Array.isArray(issue.params?.['known'])
}

/** The field's own sentence, and an example to copy. */
function help(path: Path, schema: z.ZodType): string {
  const field = schemaAt(schema, path)
  if (!field) return 'Compare with an entry that passes.'
  const { description, example } = helpOf(field)
  // An item is explained with its list.
  if (description === '' && path.length > 1) return help(path.slice(0, -1), schema)
  const choices = unwrap(field) instanceof z.ZodEnum ? (unwrap(field) as z.ZodEnum).options.map(String) : []
  const name = nameOf(path)
  const allowed = choices.length > 1 ? ` One of ${choices.join(', ')}.` : ''
  return `${description}${allowed}${example === undefined ? '' : ` Example: ${name}: ${toYaml(example)}`}`
}

function nameOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string'))
}

const LONGEST_SHOWN = 60

function show(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'a group of fields'
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number that is none, or too large'
  const text = JSON.stringify(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

/** `unavailable[0].from` */
function dotted(path: Path): string {
  return path
    .map((step, depth) =>
      typeof step === 'number' ? `[${String(step)}]` : `${depth > 0 ? '.' : ''}${String(step)}`,
    )
    .join('')
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined
    return new Map<string, unknown>(Object.entries(value)).get(String(step))
  }, data)
}
