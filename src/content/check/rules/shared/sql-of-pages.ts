import { hasBody, nodesOf, type Page } from '../../../read/body.ts'
import { blockKind } from '../../../read/code-fence.ts'
import { oncePerContent } from '../../../read/once.ts'
import { sqlNames } from '../../code/sql-names.ts'

/** The blocks of SQL on some pages, each with its place and the names in its statements. */
export function sqlBlocks(pages: readonly Page[]) {
  return [...nodesOf(pages, 'code')]
    .filter(({ node }) => blockKind(node.lang ?? '') === 'sql')
    .map((block) => ({ ...block, statements: sqlNames(block.node.value) }))
}

/** Blocks of SQL in a text: which names they give needs no tree of each page. */
const FENCE = /^[ \t>*+\-\d.)]*(`{3,}|~{3,})[ \t]*([\w+-]+)[^\n]*\n([\s\S]*?)(?:^[ \t>]*\1|$(?![\s\S]))/gm

/** What the SQL of all pages makes and gives names to. */
export const namesIn = oncePerContent('sql-names', ({ documents }) => {
  const made = new Set<string>()
  const given = new Set<string>()
  for (const { body } of documents.filter(hasBody)) {
    for (const [, , language = '', code = ''] of body.matchAll(FENCE)) {
      if (blockKind(language) !== 'sql') continue
      // Without its last line break, it is the text that the tree of the page has.
      for (const names of sqlNames(code.replace(/^[ \t]*>/gm, '').replace(/\n$/, ''))) {
        for (const name of names.made) made.add(name)
        for (const name of names.given) given.add(name)
      }
    }
  }
  return { made, given }
})
