import { z } from 'zod'

/** The schema inside of an optional one. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema
}

/** The schema of a field; `undefined` where the path leads nowhere. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  const [step, ...rest] = path
  if (step === undefined) return schema
  const inner = unwrap(schema)
  if (inner instanceof z.ZodObject) {
    const field: z.core.$ZodType | undefined = fieldsOf(inner).get(String(step))
    return field && schemaAt(field, rest)
  }
  if (inner instanceof z.ZodArray) return schemaAt(inner.element, rest)
  if (inner instanceof z.ZodRecord) return schemaAt(inner.valueType, rest)
  return undefined
}

/** The fields of a schema of fields, by name; of any other, none. */
export function fieldsOf(schema: z.core.$ZodType): ReadonlyMap<string, z.core.$ZodType> {
  const inner = unwrap(schema)
  return new Map(inner instanceof z.ZodObject ? Object.entries(inner.shape) : [])
}

export interface FieldHelp {
  /** One sentence. */
  description: string
  example?: unknown
}

/** What a field is for, in the words beside it in its schema. */
export function helpOf(schema: z.core.$ZodType): FieldHelp {
  const meta = z.globalRegistry.get(schema) ?? z.globalRegistry.get(unwrap(schema))
  const examples: unknown = meta?.examples
  return {
    description: meta?.description ?? '',
    ...(Array.isArray(examples) && { example: examples[0] as unknown }),
  }
}
