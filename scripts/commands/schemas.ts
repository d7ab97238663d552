import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { jsonSchemas } from '../../src/content/edit/json-schemas.ts'
import { readArguments, type Command } from '../lib/command.ts'

/** Where `.vscode/settings.json` looks for them. */
const SCHEMA_FOLDER = path.join('.vscode', 'schemas')

export const schemas: Command = {
  summary: 'completion and help for editors',
  help: `Usage: npm run schemas

Writes a JSON Schema for each kind of file to ${SCHEMA_FOLDER}, from the schemas that the check uses.`,
  run(args, { out }) {
    readArguments(args, {})
    mkdirSync(SCHEMA_FOLDER, { recursive: true })
    for (const [name, text] of jsonSchemas()) {
      writeFileSync(path.join(SCHEMA_FOLDER, name), text)
      out(`Wrote ${path.join(SCHEMA_FOLDER, name)}`)
    }
    return 0
  },
}
