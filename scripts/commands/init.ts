import path from 'node:path'
import { displayPath } from '../../src/content/read/load.ts'
import { initContent, isFree } from '../../src/content/edit/init.ts'
import { UsageError, command } from '../lib/command.ts'

export const init = command({
  name: 'init',
  summary: 'writes a small content folder of your own',
  usage: 'npm run init -- DIR [--name NAME]',
  about:
    'Writes a content folder with one entry of each kind, which passes the check and builds. It overwrites nothing.',
  options: {
    name: { type: 'string', value: 'NAME', says: 'The name of the site; Watchbook where nothing is said.' },
  },
  maxWords: 1,
  exits: { 0: 'written', 2: 'the folder is not empty' },
  example: 'npm run init -- ../our-content --name "Our runbooks"',
  run({ values, words: [positional] }, { out, now }) {
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
})
