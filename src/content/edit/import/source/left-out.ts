import type { Generator } from '../common/generator.ts'
import { stem } from './page-addresses.ts'
import type { SourceTree } from './source-tree.ts'

/** Menus and parts of a site, and instructions for tools: no pages, wherever they are. */
const NO_PAGE =
  /^(?:pull_request_template|issue_template|_sidebar|_navbar|_coverpage|_footer|_header|404|copilot-instructions|AGENTS|CLAUDE|SUMMARY)$/
/** What a forge asks every project for: written in capitals, or beside the project's own files. */
const OF_PROJECT =
  /^(?:changelog|changes|history|license|licence|code[-_]of[-_]conduct|contributing|security|authors|maintainers|owners|codeowners|governance|agents|claude|summary)$/i
const NO_FOLDER =
  /(?:^|\/)(?:archetypes|layouts|_layouts|_includes|_templates|_drafts|_partials|partials|snippets|themes)\//

const EARLIER = /(?:^|\/)(?:\w+_)?versioned_docs\/version-[^/]+\//

/** Folders of the parts that pages are made of, and of what machines put beside them. */
function projectReason(source: string, generator: Generator): string | undefined {
  if (NO_FOLDER.test(source)) return 'it is a template or a part of pages'
  if (generator.family === 'docfx' && /(?:^|\/)includes\//.test(source)) return 'it is a part of pages'
  const name = stem(source)
  if (NO_PAGE.test(name) || NO_PAGE.test(name.toLowerCase()) || isOfProject(source, name, generator))
    return 'it is about the project, or a menu'
  if (/^_(?!index)/.test(name) && generator.family !== 'jekyll')
    return 'its name begins with _: it is a part of pages'
  return undefined
}

/** `level102/networking/security.md` is a page; `SECURITY.md`, and `security.md` beside the project's README, are none. */
function isOfProject(source: string, name: string, { family }: Generator): boolean {
  if (!OF_PROJECT.test(name)) return false
  const isWiki = family === 'forge-wiki' || family === 'azure-wiki' || family === 'obsidian'
  return name === name.toUpperCase() || (!isWiki && !source.includes('/'))
}

/**
 * Why each file of Markdown that is no page is none.
 *
 * @param generatorOf the generator that a file belongs to; one that `configured` lacks has no configuration
 */
export function reasonsToLeave(
  tree: SourceTree,
  generatorOf: (page: string) => Generator,
  configured: readonly Generator[],
): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>()
  // A page that is asked for by its name is meant.
  for (const source of tree.pages.length > 1 ? tree.pages : []) {
    const why = projectReason(source, generatorOf(source))
    if (why !== undefined) reasons.set(source, why)
  }
  // Docusaurus keeps the pages of each release: the same pages again, as they were.
  const written = tree.pages.filter((source) => !reasons.has(source))
  const isDocusaurus = configured.some(({ family }) => family === 'docusaurus')
  if (isDocusaurus && written.some((source) => !EARLIER.test(source)))
    for (const source of written)
      if (EARLIER.test(source))
        reasons.set(
          source,
          'it is the page of an earlier version. Name the folder of the version to import it',
        )
  const [first] = configured
  if (!first) return reasons
  const pages = tree.pages.filter((source) => !reasons.has(source))
  const outside = pages.filter((source) => !configured.includes(generatorOf(source)))
  // Where most pages are outside, the site is a leaflet and they are what the team has written.
  if (outside.length * 2 > pages.length) return reasons
  const where = first.root === '' ? '.' : `${first.root}/`
  for (const source of outside) reasons.set(source, `it is outside of the pages of ${first.name} (${where})`)
  return reasons
}
