import components from 'prismjs/components.js'
import { nodesOf } from '../../read/body.ts'
import { closestTo } from '../../../text/suggest.ts'
import type { Rule } from './rule.ts'

/** Languages that the site colors, and those that it shows as they are. */
const LANGUAGES: ReadonlySet<string> = new Set([
  ...['text', 'txt', 'plaintext', 'log', 'mermaid', 'geojson', 'topojson', 'stl'],
  ...Object.entries(components.languages).flatMap(([name, { alias = [] }]) => [name, ...[alias].flat()]),
])

/** What people write in runbooks: a mistyped language is one of these. */
const USUAL = 'bash sh sql python json yaml text log java scala promql properties diff'.split(' ')

export const codeLanguage: Rule = {
  id: 'code-language',
  severity: 'error',
  reason: 'The language decides how a block is colored, and whether it is tested as a command.',
  fix: 'Name it after the opening fence: ```bash, ```sql, or ```text for output.',
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'code')) {
      const isFence = /^(```|~~~)/.test(document.text.slice(start, start + 3))
      const language = node.lang ?? ''
      if (!isFence || LANGUAGES.has(language.toLowerCase())) continue
      if (language === '') {
        yield { document, at: start, message: 'The code block names no language' }
      } else {
        const nearest = closestTo(language, USUAL)
        yield {
          document,
          at: start,
          message: `No language is called "${language}"`,
          hint:
            nearest === undefined
              ? `Usual are ${USUAL.join(', ')}; text where none fits.`
              : `Did you mean "${nearest}"?`,
        }
      }
    }
  },
}
