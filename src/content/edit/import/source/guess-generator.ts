import { type Family, type Generator, NAMES } from '../common/generator.ts'
import { mask } from '../markup/masks.ts'
import type { SourceTree } from './source-tree.ts'

/** What is used by one generator alone, where no configuration says which it is. */
const USES: readonly { family: Family; sign: RegExp; name: string; called?: string }[] = [
  { family: 'tech-docs', sign: /<%=/, name: '<%= … %>' },
  { family: 'myst', sign: /^[ \t]*[`:]{3,}\{[a-z][\w-]*\}|\{(?:ref|doc)\}`/m, name: '```{note}' },
  {
    family: 'docfx',
    sign: /^[ \t]*:::[ \t]*(?:image|zone|moniker)\b|\[!INCLUDE[ \t]*\[/m,
    name: ':::image:::',
  },
  { family: 'hugo', sign: /\{\{[<%]\s*\/?[\w-]+/, name: '{{< … >}}' },
  { family: 'mkdocs', sign: /^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w"-]|^[ \t]*===[!+]?[ \t]+"/m, name: '!!! …' },
  {
    family: 'azure-wiki',
    sign: /\[\[_TOC_\]\]|^:::[ \t]*mermaid|\]\(\/?\.attachments\//m,
    name: '[[_TOC_]]',
  },
  { family: 'gitbook', sign: /\{%\s*(?:hint|tabs|content-ref)\b/, name: '{% hint %}' },
  { family: 'jekyll', sign: /\{%-?\s*(?:include|highlight|raw|link|if|for)\b|\{:\s*[.#]/, name: '{% … %}' },
  // Its links have their words first, as those of a forge's wiki.
  { family: 'forge-wiki', sign: /^\[\[!\w/m, name: '[[!meta …]]', called: 'ikiwiki' },
  { family: 'obsidian', sign: /!?\[\[[^\]\n[]+\]\]/, name: '[[…]]' },
  {
    family: 'docusaurus',
    sign: /^:::[ \t]*(?:note|tip|info|warning|danger|caution)|^import .* from ['"]@/m,
    name: ':::note',
  },
]

/** By what most of the pages that use anything use. */
export function guess(tree: SourceTree, pages: readonly string[]): Generator {
  const sample = pages.slice(0, MAX_SAMPLE).map((page) => {
    const written = tree.read(page)
    // A directive of MyST looks like code.
    return `${mask(written).text}\n${written.match(/^[ \t]*[`:]{3,}\{[a-z][\w-]*\}/m)?.[0] ?? ''}`
  })
  const [best] = USES.map((use) => ({ ...use, number: sample.filter((page) => use.sign.test(page)).length }))
    .filter(({ number }) => number > 0 && number >= sample.length * MIN_SHARE)
    .sort((a, b) => b.number - a.number)
  const family = best?.family ?? 'forge'
  const by = best
    ? `${String(best.number)} of ${String(sample.length)} pages use ${best.name}`
    : 'no configuration, and no sign of one in the pages'
  return { family, name: best?.called ?? NAMES[family], by, root: '', assets: [''], variables: {} }
}

const MAX_SAMPLE = 500

/** Of the pages; fewer can be an accident, or a page about the sign. */
const MIN_SHARE = 0.03
