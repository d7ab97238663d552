import { closestTo } from '../../../text/suggest.ts'
import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'

/** The entities that people write by hand. */
const ENTITIES =
  'nbsp amp lt gt quot apos copy reg trade deg plusmn times divide mdash ndash hellip bull middot rarr larr uarr darr harr check euro pound sect para laquo raquo lsquo rsquo ldquo rdquo thinsp ensp emsp shy'.split(
    ' ',
  )

/** Those whose names no sentence has; not within an address. */
const OPEN = /(?<![\\\w])&(?:lt|gt|amp|nbsp|quot)(?![\w;=])/g

export const entitySpelling: PageRule = {
  id: 'entity-spelling',
  severity: 'warning',
  reason: 'A mistyped entity is no character: the reader sees &nbps; in the middle of the sentence.',
  fix: 'Write the character itself, or the name of the entity as HTML has it.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start, end } of nodesOf(pages, 'text')) {
      if (!node.value.includes('&')) continue
      // Entities that exist are one character by now; those in the file that are left are none.
      for (const { 0: found, 1: name = '', index } of document.text
        .slice(start, end)
        .matchAll(/(?<!\\)&([a-zA-Z]{3,8});/g)) {
        if (!node.value.includes(found)) continue
        const meant = ENTITIES.includes(name) ? undefined : closestTo(name, ENTITIES)
        if (meant !== undefined)
          yield {
            document,
            at: start + index,
            message: `There is no entity ${found}`,
            hint: `Did you mean &${meant};?`,
          }
      }
      for (const { 0: found, index } of document.text.slice(start, end).matchAll(OPEN))
        if (node.value.includes(found))
          yield {
            document,
            at: start + index,
            message: `The entity ${found} has no ; at its end`,
            hint: `Write ${found}; or the character itself.`,
          }
    }
  },
}
