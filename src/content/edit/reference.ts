import { z } from 'zod'
import { allRules } from '../check/rules/index.ts'
import type { RuleDescription } from '../check/rules/rule.ts'
import { FOLDERS, folders, kinds, references, siteSchema } from '../model/collections.ts'
import { date } from '../model/fields.ts'
import { fieldsOf, helpOf, unwrap } from '../model/schema-walk.ts'
import { toYaml } from '../read/yaml/write.ts'

/** One field as /contributing/ explains it. */
export interface FieldReference {
  /** `sla.due`, `unavailable[].from` */
  path: string
  isRequired: boolean
  /** What it holds: `date, YYYY-MM-DD`, `list of ids of pipelines`. */
  kind: string
  /** The only values there are, where it is one of a few. */
  allowed: readonly string[]
  /** One sentence. */
  description: string
  /** As it is written in a file: `reviewed: 2026-11-22`. */
  example?: string
}

export interface FileReference {
  /** `issues/<id>.md or .mdx` */
  file: string
  name: string
  fields: readonly FieldReference[]
}

/** Every field of every kind of file, from the schemas. */
export function fieldReference(): FileReference[] {
  const site: FileReference = { file: 'site.yaml', name: 'site', fields: fieldsBelow(siteSchema, '') }
  return [
    site,
    ...FOLDERS.map((name) => ({
      file:
        name === 'published'
          ? 'published/<rota>.yaml'
          : `${name}/<id>.${folders[name].formats.join(' or .')}`,
      name,
      fields: fieldsBelow(folders[name].schema, ''),
    })),
  ]
}

/** Every rule, in the order in which the check applies them. */
export const ruleReference: readonly RuleDescription[] = allRules

function fieldsBelow(schema: z.core.$ZodType, prefix: string): FieldReference[] {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodArray) return fieldsBelow(inner.element, prefix === '' ? '' : `${prefix}[]`)
  return [...fieldsOf(inner)].flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    const { description, example } = helpOf(field)
    const described: FieldReference = {
      path,
      isRequired: !(field instanceof z.ZodOptional),
      kind: kindOf(field),
      allowed: allowedIn(field),
      description,
      ...(example !== undefined && { example: `${name}: ${toYaml(example)}` }),
    }
    return [described, ...fieldsBelow(field, path)]
  })
}

function kindOf(schema: z.core.$ZodType): string {
  const inner = unwrap(schema)
  const reference = references.get(inner)
  if (reference) return `id of ${reference.collection}`
  const kind = kinds.get(inner)?.kind
  if (kind !== undefined) return kind
  if (inner instanceof z.ZodArray) return `list: ${kindOf(inner.element)}`
  if (inner instanceof z.ZodRecord)
    return inner.keyType === date ? 'group of fields by date' : 'group of fields by name'
  if (inner instanceof z.ZodObject) return 'group of fields'
  if (inner instanceof z.ZodBoolean) return 'true or false'
  if (inner instanceof z.ZodEnum) return 'one of a few words'
  return 'word'
}

function allowedIn(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodArray) return allowedIn(inner.element)
  return inner instanceof z.ZodEnum ? inner.options.map(String) : []
}
