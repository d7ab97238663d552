/** A field of a document, for people. */
export interface DescribedField {
  /** `rotas[].data.until` */
  path: string
  kind: string
  isRequired: boolean
  description: string
}

interface Schema {
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
}

/** The fields of a JSON Schema in order, each with what it holds; of alternatives, every field once. */
export function fieldsOf(schema: unknown): DescribedField[] {
  const fields = new Map<string, DescribedField>()
  visit(schema as Schema, '', fields)
  return [...fields.values()]
}

function visit(schema: Schema, path: string, fields: Map<string, DescribedField>): void {
  for (const each of alternatives(schema)) {
    if (each.items) visit(each.items, `${path}[]`, fields)
    if (typeof each.additionalProperties === 'object')
      visit(each.additionalProperties, `${path}.<id>`, fields)
    for (const [name, property] of Object.entries(each.properties ?? {})) {
      const at = path === '' ? name : `${path}.${name}`
      const isRequired = each.required?.includes(name) === true
      const known = fields.get(at)
      if (known) known.isRequired &&= isRequired
      else
        fields.set(at, {
          path: at,
          kind: kindOf(property),
          isRequired,
          description: property.description ?? '',
        })
      visit(property, at, fields)
    }
  }
}

function alternatives(schema: Schema): Schema[] {
  return schema.anyOf ?? schema.oneOf ?? [schema]
}

function kindOf(schema: Schema): string {
  if (schema.anyOf ?? schema.oneOf) return [...new Set(alternatives(schema).map(kindOf))].join(' or ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(', ')
  if (schema.format === 'date') return 'date, YYYY-MM-DD'
  if (schema.format === 'uri') return 'address'
  if (schema.pattern?.startsWith('^\\d{4}-\\d\\d-\\d\\dT') === true) return 'instant with its offset'
  if (schema.type === 'array') return 'list'
  return typeof schema.type === 'string' ? schema.type : 'value'
}

/** A document cut down to an example: one of each list, one of each table. */
export function exampleOf(document: unknown): unknown {
  if (Array.isArray(document)) return document.slice(0, 1).map(exampleOf)
  if (typeof document !== 'object' || document === null) return document
  const entries = Object.entries(document)
  const isTable =
    entries.length > 1 &&
    entries.every(([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value))
  return Object.fromEntries(
    (isTable ? entries.slice(0, 1) : entries).map(([name, value]) => [name, exampleOf(value)]),
  )
}
