import { z } from 'zod'

/** A file for programs, and the promise about its form. */
export interface Contract {
  /** As in its address: `/api/<name>.json`, and its schema `/api/<name>.schema.json`. */
  name: string
  /** Where the file itself is, below the root of the site: `api/pages.json`. `<rota>` and `<year>` stand for each of them. */
  path: string
  /** What the file holds, in a sentence. */
  summary: string
  schema: z.ZodType
}

/** Dates and instants as every contract writes them. */
export const date = z.iso.date()
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/, 'an instant with a numeric offset')
export const address = z.url()

/**
 * The JSON Schema (draft 2020-12) of a contract, made from the schema that its data are made with: no second definition.
 * Fields that it does not name are allowed, since later versions of the site may add some.
 *
 * @param id its own address, absolute
 */
export function jsonSchemaOf({ schema, summary, name }: Contract, id: string): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  })
  return { $schema, $id: id, title: `${name}.json`, description: summary, ...rest }
}

/** A document as the text of its file. */
export function jsonText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
