import { parseAllDocuments } from 'yaml'
import { URL_KEYS } from './find-alerts.ts'

/**
 * Whether two rule files say the same but for the addresses of pages: every value of every document is compared, also in texts
 * that are YAML themselves, as the data of a ConfigMap are.
 */
export function sameButAddresses(before: string, after: string): boolean {
  if (before === after) return true
  const [left, right] = [valuesOf(before), valuesOf(after)]
  return left !== undefined && right !== undefined && same(left, right)
}

/** Two texts in a file that are rules themselves. */
function sameRules(before: string, after: string): boolean {
  const [left, right] = [valuesOf(before), valuesOf(after)]
  return left?.some((value) => typeof value === 'object') === true && right !== undefined && same(left, right)
}

/** `undefined` for what is no YAML, or expands without an end. */
function valuesOf(text: string): unknown[] | undefined {
  try {
    const documents = parseAllDocuments(text, { merge: true, logLevel: 'silent' })
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined
    return documents.map((document) => document.toJS() as unknown)
  } catch {
    return undefined
  }
}

function same(before: unknown, after: unknown): boolean {
  if (typeof before === 'string' && typeof after === 'string')
    return before === after || sameRules(before, after)
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((value, index) => same(value, after[index]))
  if (isMap(before) && isMap(after)) {
    const [left, right] = [fieldsOf(before), fieldsOf(after)]
    return (
      left.size === right.size &&
      [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)))
    )
  }
  return Object.is(before, after)
}

/** The fields of a map without addresses of pages, and without annotations that are nothing else. */
function fieldsOf(map: Readonly<Record<string, unknown>>): Map<string, unknown> {
  const isLeft = ([key, value]: [string, unknown]) => {
    if (URL_KEYS.includes(key)) return false
    return key !== 'annotations' || (value !== null && !(isMap(value) && fieldsOf(value).size === 0))
  }
  return new Map(Object.entries(map).filter(isLeft))
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
