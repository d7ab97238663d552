import components from 'prismjs/components.js'
import { nodesOf } from '../../read/body.ts'
import { closestTo } from '../../../text/suggest.ts'
import type { PageRule } from './rule.ts'

/** Languages that the site colors, and those that it shows as they are. */
const LANGUAGES: ReadonlySet<string> = new Set([
  ...[
    'text',
    'txt',
    'plaintext',
    'log',
    'console',
    'mermaid',
    'plantuml',
    'dot',
    'geojson',
    'topojson',
    'stl',
  ],
  ...Object.entries(components.languages)
    // Prism keeps facts about its list there, under a name that looks like a language's.
    .filter(([name]) => name !== 'meta')
    .flatMap(([name, { alias = [] }]) => [name, ...[alias].flat()]),
])

/** What people write in runbooks: a mistyped language is one of these. */
const USUAL = 'bash sh console sql python json yaml text log java scala promql properties diff'.split(' ')

/** Names that other highlighters know: what is meant is not what is spelled most alike. */
const MEANT: Readonly<Record<string, string>> = {
  terminal: 'console',
  kubectl: 'console',
  shellsession: 'console',
  curl: 'bash',
  zsh: 'bash',
  fish: 'bash',
  cmd: 'batch',
  terraform: 'hcl',
  logql: 'promql',
  jsonnet: 'json',
  spl: 'splunk-spl',
  nohighlight: 'text',
  none: 'text',
  plain: 'text',
  output: 'text',
}

/** Whether the site has a form for a language, if only that of text. */
export const isLanguage = (name: string): boolean => LANGUAGES.has(name.toLowerCase())

export const codeLanguage: PageRule = {
  id: 'code-language',
  severity: 'warning',
  reason: 'The language decides how a block is colored, and whether it is tested as a command.',
  fix: 'Name it after the opening fence: ```bash, ```sql, or ```text for output.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start } of nodesOf(pages, 'code')) {
      const isFence = /^(```|~~~)/.test(document.text.slice(start, start + 3))
      const language = node.lang ?? ''
      // A fence without a language is text, as on forges.
      if (!isFence || language === '' || isLanguage(language)) continue
      const nearest = MEANT[language.toLowerCase()] ?? closestTo(language, USUAL)
      yield {
        document,
        at: start,
        message: `No language is called "${language}": the block is shown without colors`,
        hint:
          nearest === undefined
            ? `Usual are ${USUAL.join(', ')}; text where none fits.`
            : `Did you mean "${nearest}"?`,
      }
    }
  },
}
