import { Ajv2020 } from 'ajv/dist/2020.js'

/** The formats that our schemas name, as a strict reader of them understands them. */
const FORMATS = {
  date: (text: string) => new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text,
  uri: (text: string) => URL.canParse(text),
}

/**
 * What a document has against a JSON Schema of draft 2020-12, in words; none where it fits.
 *
 * @param isClosed whether a field that the schema does not name is a mistake too: what we write must be described
 */
export function mistakesOf(schema: object, document: unknown, isClosed = true): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, formats: FORMATS })
  const validate = ajv.compile(isClosed ? (closed(schema) as object) : schema)
  validate(document)
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

/** The schema with every object closed, as far as it says what fields it has. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const own = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]))
  return 'properties' in schema && schema !== null && 'type' in schema
    ? { ...own, additionalProperties: false }
    : own
}
