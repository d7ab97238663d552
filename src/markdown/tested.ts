import { fileURLToPath } from 'node:url'
import type { Paragraph, PhrasingContent } from 'mdast'
import { defineMdastPlugin } from 'satteri'
import { blockTest, fixturePath } from '../content/read/code-fence.ts'
import type { BlockTest } from '../content/read/code-fence.ts'

declare module 'mdast' {
  interface ParagraphData {
    /** Attributes of the element that it becomes. */
    hProperties?: Record<string, string | string[]>
  }
}

/**
 * Says below a block that is typed how it was tested, or why it was not: a reader at night has to know which it is.
 *
 * @param fixtureUrl the address of a file of the repository on the forge; nothing where the site names no repository
 * @param revision when the page, by its absolute path, last changed, in words; nothing where that is not known
 */
export function tested(
  fixtureUrl: (path: string) => string | undefined,
  revision: (file: string) => string | undefined,
) {
  return defineMdastPlugin({
    name: 'tested',
    code(node, context) {
      const test = blockTest(node.lang, node.meta)
      const words = wordsOf(test, fixtureUrl)
      if (words.length === 0) return
      const date = context.fileURL && revision(fileURLToPath(context.fileURL))
      if (date !== undefined && test.kind !== 'none')
        words.push({ type: 'text', value: `, revision of ${date}` })
      context.insertAfter(node, mark(words))
    },
  })
}

function wordsOf(test: BlockTest, fixtureUrl: (path: string) => string | undefined): PhrasingContent[] {
  switch (test.kind) {
    case 'run': {
      const url = fixtureUrl(fixturePath(test.fixture))
      const name: PhrasingContent = { type: 'text', value: test.fixture }
      return [
        { type: 'text', value: 'Tested on ' },
        url === undefined ? name : { type: 'link', url, children: [name] },
      ]
    }
    case 'none':
      return [{ type: 'text', value: `Not run in tests: ${test.reason}` }]
    case 'parse':
      return [{ type: 'text', value: 'Parsed in tests' }]
    case 'output':
    case 'silent':
    case 'invalid':
      return []
  }
}

/** Left out of the search: every page would be found under these words. */
function mark(children: PhrasingContent[]): Paragraph {
  return {
    type: 'paragraph',
    data: { hProperties: { className: ['tested'], 'data-pagefind-ignore': '' } },
    children,
  }
}
