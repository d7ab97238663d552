import { z } from 'zod'
import { FOLDERS, folders, kindOf, references, siteSchema } from '../model/collections.ts'

/**
 * JSON Schemas of what people write, by file name: for completion and help in editors.
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

/** The files that an editor completes from a schema of ours, by the schema's name: frontmatter is completed by Astro's extension. */
const EDITED_FILES: ReadonlyMap<string, string> = new Map([
  ['site.json', 'content/site.yaml'],
  ...FOLDERS.filter((name) => kindOf(name) === 'yaml').map(
    (name) => [`${name}.json`, `content/${name}/*.yaml`] as const,
  ),
])

/** What goes to `.vscode/schemas/`, by file name. */
export function editorSchemas(): ReadonlyMap<string, string> {
  return new Map([...jsonSchemas()].filter(([name]) => EDITED_FILES.has(name)))
}

/** The setting `yaml.schemas` of editors. */
export function schemaSetting(): Readonly<Record<string, string>> {
  return Object.fromEntries([...EDITED_FILES].map(([name, files]) => [`.vscode/schemas/${name}`, files]))
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
