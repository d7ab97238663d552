import { z } from 'zod'
import { folders, type Folder } from '../../../src/content/model/collections.ts'
import { references } from '../../../src/content/model/fields.ts'
import { schemaAt, unwrap } from '../../../src/content/model/schema-walk.ts'
import { siteSchema } from '../../../src/content/model/site.ts'

/** What a file of the folder, or `site.yaml`, says. */
export const schemaOf = (folder: Folder | 'site'): z.core.$ZodType =>
  folder === 'site' ? siteSchema : folders[folder].schema

type Path = readonly (string | number)[]

/**
 * Puts a text into every field that takes free text, another one into each.
 *
 * @param fields a sound entry with every such field
 * @param texts what to put there; where the field refuses one, as it does a chat channel that is a script, the next is taken
 * @param first which of them the first field gets: entries with `first` from 0 to the number of texts have each text in each field
 */
export function withTexts<T extends object>(
  folder: Folder | 'site',
  fields: T,
  texts: readonly string[],
  first: number,
): T {
  const schema = schemaOf(folder)
  let place = first
  const textFor = (accepts: (text: string) => boolean): string | undefined => {
    place += 1
    return texts
      .map((_, after) => (texts[(place + after - 1) % texts.length] ?? '').slice(0, 2000))
      .find((text) => accepts(text))
  }
  const fill = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => fill(each, [...path, index]))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => {
          const key = keySchemaAt(schema, path)
          const isFree = key !== undefined && isFreeText(key)
          return [isFree ? (textFor((text) => parses(key, text)) ?? name) : name, fill(each, [...path, name])]
        }),
      )
    const field = schemaAt(schema, path)
    if (typeof value !== 'string' || field === undefined || !isFreeText(field)) return value
    return textFor((text) => parses(field, text)) ?? value
  }
  return fill(fields, []) as T
}

/** The fields of a folder's files that take free text, by name: `variables[].summary`. */
export function freeFields(folder: Folder | 'site'): string[] {
  const found: string[] = []
  const visit = (schema: z.core.$ZodType, name: string): void => {
    const inner = unwrap(schema)
    if (inner instanceof z.ZodObject)
      for (const [key, field] of Object.entries(inner.shape as Record<string, z.core.$ZodType>))
        visit(field, name === '' ? key : `${name}.${key}`)
    else if (inner instanceof z.ZodArray) visit(inner.element, `${name}[]`)
    else if (inner instanceof z.ZodRecord) {
      visit(inner.keyType, `${name}{name}`)
      visit(inner.valueType, `${name}{}`)
    } else if (isFreeText(inner)) found.push(name)
  }
  visit(schemaOf(folder), '')
  return found
}

/** The same names, of what is written in an entry. */
export function namesIn(fields: unknown): string[] {
  const found = new Set<string>()
  const visit = (value: unknown, name: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, `${name}[]`)
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        found.add(`${name}{name}`)
        visit(each, `${name}{}`)
        visit(each, name === '' ? key : `${name}.${key}`)
      }
    else found.add(name)
  }
  visit(fields, '')
  return [...found]
}

/** Whether a field takes a text that is nothing but words and signs. */
function isFreeText(schema: z.core.$ZodType): boolean {
  const inner = unwrap(schema)
  return (
    inner instanceof z.ZodString &&
    references.get(inner) === undefined &&
    parses(inner, 'Kestrel <b> “c” (d)')
  )
}

function keySchemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  const at = schemaAt(schema, path)
  const inner = at && unwrap(at)
  return inner instanceof z.ZodRecord ? inner.keyType : undefined
}

function parses(schema: z.core.$ZodType, text: string): boolean {
  return z.safeParse(schema, text).success
}
