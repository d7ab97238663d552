import { Ajv } from 'ajv'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { editorSchemas, jsonSchemas, schemaSetting } from '../../../src/content/edit/json-schemas.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { parseSource } from '../../../src/content/read/source.ts'
import { fieldReference, ruleReference } from '../../../src/content/edit/reference.ts'

const schemas = jsonSchemas()

describe('editors get what the check uses', () => {
  test.each([...editorSchemas()])('.vscode/schemas/%s is up to date (npm run schemas)', (name, text) => {
    expect(readFileSync(`.vscode/schemas/${name}`, 'utf8')).toBe(text)
  })

  test('and no schema is left over', () => {
    expect(readdirSync('.vscode/schemas').sort()).toEqual([...editorSchemas().keys()].sort())
  })

  test('and each is named by the settings of this repository', () => {
    const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as Record<string, unknown>
    expect(settings['yaml.schemas']).toEqual(schemaSetting())
  })

  // The formats are the check's to test; editors have their own.
  const ajv = new Ajv({ strict: false, validateFormats: false })
  test.each(loadContent().documents.map((document) => [document.file, document] as const))(
    '%s agrees with the schema that its editor is given',
    (file, { collection, text }) => {
      const validate = ajv.compile(JSON.parse(schemas.get(`${collection}.json`) ?? 'false') as object)
      const { data } = parseSource(Buffer.from(text), file.endsWith('.yaml') ? 'yaml' : 'markdown')
      validate(data)
      expect(validate.errors).toBeNull()
    },
  )

  test('a mistyped field is one for them too', () => {
    const validate = ajv.compile(JSON.parse(schemas.get('teams.json') ?? 'false') as object)
    expect(validate({ name: 'x', summary: 'y', contcat: {} })).toBe(false)
  })
})

describe('the reference', () => {
  test('has a sentence for every field', () => {
    for (const { name, fields } of fieldReference()) {
      for (const { path, description, kind } of fields) {
        expect(description, `${name}: ${path}`).toMatch(/^[A-Z`].*\.$/)
        expect(kind, `${name}: ${path}`).not.toBe('')
      }
    }
  })

  test('has a reason and a fix for every rule', () => {
    for (const { id, reason, fix } of ruleReference) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(reason, id).toMatch(/\.$/)
      expect(fix, id).toMatch(/\.$/)
    }
  })
})
