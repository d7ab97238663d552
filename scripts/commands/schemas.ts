import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { editorSchemas } from '../../src/content/edit/json-schemas.ts'
import { command } from '../lib/command.ts'

/** Where `.vscode/settings.json` looks for them. */
const SCHEMA_FOLDER = path.join('.vscode', 'schemas')

export const schemas = command({
  name: 'schemas',
  summary: 'writes the schemas that editors complete fields from',
  usage: 'npm run schemas',
  about: `Writes a JSON Schema for each kind of YAML file to ${SCHEMA_FOLDER}, from the schemas that the check uses.`,
  options: {},
  exits: { 0: 'written' },
  example: 'npm run schemas',
  run(_call, { out }) {
    mkdirSync(SCHEMA_FOLDER, { recursive: true })
    for (const [name, text] of editorSchemas()) {
      writeFileSync(path.join(SCHEMA_FOLDER, name), text)
      out(`Wrote ${path.join(SCHEMA_FOLDER, name)}`)
    }
    return 0
  },
})
