import { z } from 'zod'
import { FOLDERS, folders, references, siteSchema } from '../model/collections.ts'

/**
 * JSON Schemas of what people write, for completion and help in editors, by file name.
 * Editors read the same sentences that the check and /contributing/ print.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schemas = [
    ['site', siteSchema] as const,
    ...FOLDERS.map((name) => [name, folders[name].schema] as const),
  ]
  return new Map(
    schemas.map(([name, schema]) => [`${name}.json`, `${JSON.stringify(toJson(schema), undefined, 2)}\n`]),
  )
}

function toJson(schema: z.ZodType) {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const reference = references.get(zodSchema)
      if (reference) jsonSchema['$comment'] = `id of an entry of ${reference.collection}/`
    },
  })
}
