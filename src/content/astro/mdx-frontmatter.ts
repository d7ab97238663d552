import { parseSource, type Source } from '../read/source.ts'
import { contentStore } from '../read/store.ts'

type Divided = Pick<Source, 'text' | 'body' | 'bodyOffset'>

/**
 * An entry's body behind frontmatter that is empty and as long: Astro and its MDX compiler look for frontmatter
 * with a parser of their own, which would take a body that opens with a rule for it. Line numbers stay what they were.
 */
export function withoutFrontmatter({ text, body, bodyOffset }: Divided): string {
  const lines = text.slice(0, bodyOffset).split('\n').length - 1
  return `---\n${'\n'.repeat(Math.max(0, lines - 2))}---\n${body}`
}

/** Vite plugin: the MDX compiler never parses YAML, so it cannot refuse an entry that the check has accepted. */
export function mdxBodies() {
  return {
    name: 'mdx-bodies',
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\.mdx$/ },
      handler(code: string, id: string): string {
        return withoutFrontmatter(known(code, id) ?? parseSource(Buffer.from(code), 'markdown'))
      },
    },
  }
}

/** The file as the store has read it, unless it has changed since. */
function known(code: string, file: string): Divided | undefined {
  const document = contentStore().document(file)
  return document?.text === code ? document : undefined
}
