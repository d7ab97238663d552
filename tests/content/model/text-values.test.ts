import { expect, it } from 'vitest'
import { z } from 'zod'
import { baselineSchema } from '../../../src/content/model/baseline.ts'
import { folders, siteSchema } from '../../../src/content/model/collections.ts'
import { references } from '../../../src/content/model/fields.ts'
import { receiptSchema } from '../../../src/content/model/receipt.ts'
import { rehearsalSchema } from '../../../src/content/model/rehearsal.ts'

/** What a terminal, a calendar or a browser obeys and nobody sees. */
const HOSTILE = ['a\u202eb', 'a\u0000b', 'a\nb', 'a\rb', 'a\u001b[2Jb', 'a\u200bb', 'a\u2066b', 'a\u{e0041}b']

interface Value {
  path: string
  schema: z.ZodType
}

/** Every text that a schema takes, keys of records too; ids of other entries are checked against what there is. */
function textsOf(schema: z.core.$ZodType, path: string): Value[] {
  if (references.get(schema as z.ZodType) !== undefined) return []
  if (schema instanceof z.ZodOptional) return textsOf(schema.unwrap(), path)
  if (schema instanceof z.ZodPipe) return textsOf(schema.in, path)
  if (schema instanceof z.ZodArray) return textsOf(schema.element, `${path}[]`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => textsOf(option, path))
  if (schema instanceof z.ZodRecord)
    return [...textsOf(schema.keyType, `${path}, a name`), ...textsOf(schema.valueType, `${path}{}`)]
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.core.$ZodType>).flatMap(([name, field]) =>
      textsOf(field, `${path}.${name}`),
    )
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat ? [{ path, schema }] : []
}

const SCHEMAS: readonly [name: string, schema: z.ZodType][] = [
  ...Object.entries(folders).map(([name, { schema }]): [string, z.ZodType] => [name, schema]),
  ['site.yaml', siteSchema],
  ['baseline.yaml', baselineSchema],
  ['rehearsal.yaml', rehearsalSchema],
  ['receipts', receiptSchema],
]

/** Names of rules and folders: the check compares them with those that there are. */
const COMPARED = ['site.yaml.rules, a name', 'site.yaml.rules{}, a name']

it.each(SCHEMAS)('no text of %s may hold what nobody sees', (name, schema) => {
  const accepted = textsOf(schema, name)
    .filter(({ path }) => !COMPARED.includes(path))
    .flatMap(({ path, schema: text }) =>
      HOSTILE.filter((value) => text.safeParse(value).success).map(
        (value) => `${path} ${JSON.stringify(value)}`,
      ),
    )
  expect(accepted).toEqual([])
})

it('finds the texts of every kind of file', () => {
  for (const [name, schema] of SCHEMAS) expect(textsOf(schema, name).length, name).toBeGreaterThan(0)
})
