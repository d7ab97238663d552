import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { displayPath } from '../../src/content/read/load.ts'
import { STARTS, initContent, isFree } from '../../src/content/edit/init.ts'
import { FORGES, repositoryFiles } from '../../src/content/edit/repository-files.ts'
import { command } from '../lib/command.ts'
import { UsageError } from '../lib/command-error.ts'

export const init = command({
  name: 'init',
  summary: 'writes a small content folder of your own',
  usage:
    'npm run init -- DIR [--name NAME] [--from example|empty|import] [--forge github|gitlab] [--engine URL]',
  about: `Writes a content folder which passes the check and builds. With --forge, DIR is a repository of its own: the content is
in content/ below it, and beside it is all that the forge needs to check changes and to publish the site, the commands,
and the settings of editors. It overwrites nothing.`,
  options: {
    name: { type: 'string', value: 'NAME', says: 'The name of the site; Watchbook where nothing is said.' },
    from: {
      type: 'string',
      value: 'example|empty|import',
      says: 'One entry of each kind (the default); a name alone; or the rules for pages that npm run import will bring.',
    },
    forge: {
      type: 'string',
      value: 'github|gitlab',
      says: 'Writes a whole repository for this forge.',
    },
    engine: {
      type: 'string',
      value: 'URL',
      says: 'Where that repository fetches this engine from; the origin of this checkout where nothing is said.',
    },
  },
  maxWords: 1,
  exits: { 0: 'written', 2: 'the folder is not empty, or an option is not known' },
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
    const from = oneOf('from', STARTS, values.from ?? 'example')
    const forge = values.forge === undefined ? undefined : oneOf('forge', FORGES, values.forge)
    const engine = values.engine ?? git('remote', 'get-url', 'origin')
    if (
      forge !== undefined &&
      (engine === undefined || !/^(?:https:\/\/|ssh:\/\/|git@)[^\s'"$`;&|]+$/.test(engine))
    ) {
      throw new UsageError(
        'Where does the new repository fetch this engine from?',
        '--engine https://…, the address that git clones it from.',
      )
    }
    const content = forge === undefined ? folder : path.join(folder, 'content')
    const name = values.name ?? 'Watchbook'
    const files = initContent(content, { name, today: now.toISOString().slice(0, 10), from })
    for (const file of files) out(displayPath(path.join(content, file)))
    if (forge !== undefined && engine !== undefined) {
      const version = git('rev-parse', 'HEAD') ?? 'main'
      for (const [file, text] of repositoryFiles({ name, forge, engine, version })) {
        const place = path.join(folder, file)
        mkdirSync(path.dirname(place), { recursive: true })
        writeFileSync(place, text)
        out(displayPath(place))
      }
    }
    const shown = displayPath(content)
    if (from === 'import') out(`\nBring your pages with: CONTENT_ROOT=${shown} npm run import -- FOLDER`)
    else if (from === 'empty')
      out(`\nWrite the first page with: CONTENT_ROOT=${shown} npm run new -- issue "Title"`)
    else out(`\nReplace what is in it, and see it with: CONTENT_ROOT=${shown} npm start`)
    return 0
  },
})

function oneOf<T extends string>(option: string, known: readonly T[], value: string): T {
  const found = known.find((each) => each === value)
  if (found === undefined)
    throw new UsageError(`--${option} takes ${known.map((each) => `"${each}"`).join(', ')}; got "${value}".`)
  return found
}

/** What git says of this engine's checkout; nothing where it is none. */
function git(...words: string[]): string | undefined {
  const { stdout, status } = spawnSync('git', words, {
    cwd: path.join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  })
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined
}
