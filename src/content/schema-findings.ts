import { z } from 'zod'
import type { Finding } from './findings.ts'
import type { Parsed } from './parse.ts'

/** What a schema says of an entry, as findings with the place of the very key or value. */
export function schemaFindings(
  file: string,
  schema: z.ZodType,
  error: z.ZodError,
  parsed: Pick<Parsed, 'data' | 'placeOf'>,
): Finding[] {
  return error.issues.flatMap((issue): Finding[] => {
    const finding = (
      rule: string,
      message: string,
      hint: string,
      path = issue.path,
      part: 'key' | 'value' = 'value',
    ) => ({
      file,
      ...parsed.placeOf(path, part),
      severity: 'error' as const,
      rule,
      message,
      hint,
    })
    const field = issue.path.join('.')
    if (issue.code === 'unrecognized_keys') {
      const known = keysOf(schema, issue.path)
      return issue.keys.map((key) =>
        finding(
          'unknown-key',
          `There is no field "${key}" here`,
          `Fields: ${known.join(', ')}.`,
          [...issue.path, key],
          'key',
        ),
      )
    }
    if (issue.path.length === 0) {
      return [
        finding('invalid-value', 'The file holds no fields', 'Write them as `name: value`, one a line.'),
      ]
    }
    if (valueAt(parsed.data, issue.path) === undefined) {
      return [
        finding(
          'missing-field',
          `The field "${field}" is missing`,
          descriptionOf(schema, issue.path),
          issue.path.slice(0, -1),
        ),
      ]
    }
    if (issue.code === 'invalid_value') {
      return [
        finding(
          'invalid-value',
          `"${field}" is ${show(valueAt(parsed.data, issue.path))}`,
          `Allowed: ${issue.values.map(String).join(', ')}.`,
        ),
      ]
    }
    return [
      finding(
        'invalid-value',
        `"${field}" is ${show(valueAt(parsed.data, issue.path))}, which is not ${expectation(issue)}`,
        descriptionOf(schema, issue.path),
      ),
    ]
  })
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `a ${issue.expected}`
  return issue.message
}

function show(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return new Map<PropertyKey, unknown>(Object.entries(value)).get(String(key))
  }, data)
}

/** The schema of a field, unwrapped; `undefined` where the path leads nowhere. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  const inner = unwrap(schema)
  const [step, ...rest] = path
  if (step === undefined) return schema
  if (inner instanceof z.ZodObject) {
    const field: z.core.$ZodType | undefined = inner.shape[String(step)]
    return field && schemaAt(field, rest)
  }
  if (inner instanceof z.ZodArray) return schemaAt(inner.element, rest)
  if (inner instanceof z.ZodRecord) return schemaAt(inner.valueType, rest)
  return undefined
}

export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema
}

function keysOf(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path)
  const inner = found && unwrap(found)
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
}

function descriptionOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const found = schemaAt(schema, path)
  const meta = found && z.globalRegistry.get(found)
  const example: unknown = Array.isArray(meta?.examples) ? meta.examples[0] : undefined
  return [meta?.description, example === undefined ? undefined : `Example: ${JSON.stringify(example)}.`]
    .filter((part) => part !== undefined)
    .join(' ')
}
