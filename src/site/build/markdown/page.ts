import { stringify } from 'yaml'
import type { MarkdownPage } from './html-to-markdown.ts'

/**
 * A page's whole Markdown: its facts as frontmatter, then its text.
 *
 * @param reviewed when its owner last reviewed it, YYYY-MM-DD
 */
export function markdownFile(page: MarkdownPage, address: URL, reviewed: string | undefined): string {
  return `---\n${frontmatter(page, address, reviewed)}---\n\n${page.body}`
}

function frontmatter(
  { title, description, facts, tested }: MarkdownPage,
  address: URL,
  reviewed: string | undefined,
): string {
  const list = (name: string) => {
    const values = (facts.get(name) ?? []).filter((value) => value !== '')
    return values.length === 0 ? undefined : values
  }
  return stringify(
    {
      title,
      url: address.href,
      description,
      kind: list('kind')?.[0],
      owners: list('owner')
        ?.flatMap((each) => each.split(', '))
        .filter((each, index, all) => all.indexOf(each) === index),
      severity: list('severity')?.[0],
      pipelines: list('pipeline'),
      components: list('component'),
      alerts: list('alerts'),
      tested,
      reviewed,
    },
    { lineWidth: 0 },
  )
}
