import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadContent } from '../../src/content/read/load.ts'
import { INDEX_FILE } from '../../src/search/engine/index-format.ts'
import type { Engine } from '../../src/search/engine/engine.ts'
import { notesOf } from '../../src/search/engine/notes.ts'
import { INDEX_FOLDER } from '../../src/search/engine/settings.ts'
import { engineOfContent, engineOfFolder } from '../../src/search/index/open-index.ts'
import { FOLDERS } from '../../src/site/build/folders.ts'
import { command } from '../lib/command.ts'
import { UsageError } from '../lib/command-error.ts'
import { queryOf, reasonsOf } from '../lib/search-reasons.ts'

/** Pages that are printed. */
const MAX_PRINTED = 10

export const search = command({
  name: 'search',
  summary: 'finds pages as the search of the site does, and explains their order',
  usage: 'npm run search -- QUERY [--explain] [--built]',
  about:
    'Prints the pages that the site would show for a query, best first. It reads the content folder; nothing need be built.',
  options: {
    explain: {
      type: 'boolean',
      says: 'Says what each word of the query counts, where each page has it, and what its score is the product of.',
    },
    built: {
      type: 'boolean',
      says: 'Asks the index of the last build, which has the pages on call and of this site as well.',
    },
  },
  maxWords: 1000,
  exits: { 0: 'found', 1: 'nothing was found' },
  example: 'npm run search -- "dashboard stuck on last week" --explain',
  async run({ values, words }, { out, root }) {
    const query = words.join(' ').trim()
    if (query === '')
      throw new UsageError('What to search for is missing.', 'npm run search -- "the disk is full"')
    const engine = values.built === true ? await builtEngine() : await contentEngine(root)
    const answer = await engine.search(query)
    for (const note of notesOf(answer))
      out(note.map((part) => (typeof part === 'string' ? part : `"${part.word}"`)).join(''))
    const shown = answer.found.length > 0 ? answer.found : answer.closest
    if (answer.found.length === 0 && shown.length > 0) out('Closest:')
    for (const [index, found] of shown.slice(0, MAX_PRINTED).entries()) {
      const { url, meta } = await engine.texts(found.id)
      out(`${String(index + 1)}. ${meta['title'] ?? url}  ${url}`)
      if (found.hit) out(`   "${found.hit.signature}" is in: ${found.hit.line}`)
      if (values.explain === true) out(reasonsOf(found, answer.units))
    }
    if (values.explain === true) out(queryOf(answer, engine.store.manifest.synonyms))
    return answer.found.length > 0 ? 0 : 1
  },
})

function contentEngine(root: string): Promise<Engine> {
  return engineOfContent(loadContent(root))
}

function builtEngine(): Promise<Engine> {
  const folder = join(FOLDERS.site, INDEX_FOLDER)
  if (!existsSync(join(folder, INDEX_FILE))) throw new UsageError('Nothing is built.', 'npm run build')
  return engineOfFolder(folder)
}
