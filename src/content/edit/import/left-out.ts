import type { Generator } from './generators.ts'
import { stem } from './generators.ts'
import type { SourceTree } from './source-tree.ts'

const NO_PAGE =
  /^(?:changelog|changes|history|license|licence|code[-_]of[-_]conduct|contributing|security|authors|maintainers|owners|codeowners|governance|pull_request_template|issue_template|summary|_sidebar|_navbar|_coverpage|_footer|_header|404|agents|claude|copilot-instructions)$/i
const NO_FOLDER =
  /(?:^|\/)(?:archetypes|layouts|_layouts|_includes|_templates|_drafts|_partials|partials|snippets|themes)\//

/** Why a file of Markdown is no page. */
export function reasonToLeave(
  source: string,
  generator: Generator,
  configured: readonly Generator[],
  tree: SourceTree,
): string | undefined {
  const [first] = configured
  if (first && !configured.includes(generator))
    return `it is outside of the pages of ${first.name} (${first.root === '' ? '.' : `${first.root}/`})`
  if (NO_FOLDER.test(source)) return 'it is a template or a part of pages'
  const name = stem(source)
  if (NO_PAGE.test(name) && !tree.files.has(`${source.slice(0, -3)}/`))
    return 'it is about the project, or a menu'
  if (/^_(?!index)/.test(name) && generator.family !== 'jekyll')
    return 'its name begins with _: it is a part of pages'
  return undefined
}
