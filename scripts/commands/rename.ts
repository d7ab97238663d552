import { toId } from '../../src/content/read/files.ts'
import { displayPath, loadContent } from '../../src/content/read/load.ts'
import { applyRename, planRename } from '../../src/content/edit/rename.ts'
import {
  COLLECTIONS,
  ID_PATTERN,
  isCollection,
  type Collection,
} from '../../src/content/model/collections.ts'
import { didYouMean } from '../../src/text/suggest.ts'
import { command } from '../lib/command.ts'
import { UsageError } from '../lib/command-error.ts'

export const rename = command({
  name: 'rename',
  summary: 'gives an entry another id, and changes every link to it',
  usage: 'npm run rename -- FOLDER/OLD NEW',
  about:
    'Moves an entry, and changes each reference and link to it. A page keeps its old address: the id becomes an alias.',
  options: {},
  maxWords: 2,
  exits: { 0: 'renamed', 2: 'nothing was changed' },
  example: 'npm run rename -- issues/orders-late orders-missing',
  run({ words: [source, to] }, { out, root }) {
    if (source === undefined || to === undefined) {
      throw new UsageError(
        'Which entry, and what is it called from now on?',
        'npm run rename -- issues/old new',
      )
    }
    const { folder, id } = readSource(source)
    const content = loadContent(root)
    const known = content.ids[folder]
    if (!known.includes(id)) throw new UsageError(`There is no ${folder}/${id}.`, didYouMean(id, known))
    if (!ID_PATTERN.test(to)) throw new UsageError(`"${to}" cannot be an id.`, `Try ${toId(to)}.`)
    if (known.includes(to)) throw new UsageError(`${folder}/${to} is there already.`, 'Nothing was changed.')
    const plan = planRename(content, { folder, from: id, to })
    applyRename(plan)
    for (const move of plan.moves) out(`${displayPath(move.from)} → ${displayPath(move.to)}`)
    for (const file of plan.texts.keys()) {
      if (!plan.moves.some(({ from }) => from === file)) out(`changed ${displayPath(file)}`)
    }
    return 0
  },
})

/** `issues/old`, `content/issues/old.md`, `issues/warehouse/old`: all name an entry. */
function readSource(source: string): { folder: Collection; id: string } {
  const parts = source.split('/')
  const at = parts.findIndex(isCollection)
  const folder = parts[at] ?? ''
  if (!isCollection(folder) || at === parts.length - 1) {
    throw new UsageError(
      `"${source}" names no entry.`,
      `Write FOLDER/ID, with a folder of ${COLLECTIONS.join(', ')}.`,
    )
  }
  return {
    folder,
    id: parts
      .slice(at + 1)
      .join('/')
      .replace(/\.(mdx?|yaml)$/i, '')
      .toLowerCase(),
  }
}
