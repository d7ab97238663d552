import path from 'node:path'
import { displayPath } from '../../src/content/read/load.ts'
import { initContent, isFree } from '../../src/content/edit/init.ts'
import { UsageError, readArguments, type Command } from '../lib/command.ts'

export const init: Command = {
  summary: 'a small content folder of your own',
  help: `Usage: npm run init -- DIR [--name NAME]

Writes a content folder with one of everything, which passes the check and builds. It overwrites nothing.
Then: CONTENT_ROOT=DIR npm start`,
  run(args, { out, now }) {
    const { values, positional } = readArguments(args, { name: { type: 'string' } })
    if (positional === undefined) throw new UsageError('Which folder?', 'npm run init -- DIR')
    const folder = path.resolve(positional)
    if (!isFree(folder)) {
      throw new UsageError(
        `${positional} is not empty.`,
        'Name a folder that does not exist yet: nothing is overwritten.',
      )
    }
    const files = initContent(folder, {
      name: values.name ?? 'Watchbook',
      today: now.toISOString().slice(0, 10),
    })
    for (const file of files) out(displayPath(path.join(folder, file)))
    out(`\nReplace what is in it, and see it with: CONTENT_ROOT=${positional} npm start`)
    return 0
  },
}
