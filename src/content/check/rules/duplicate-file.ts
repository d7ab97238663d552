import path from 'node:path'
import type { Content, ContentDocument } from '../../read/load.ts'
import type { Rule } from './rule.ts'

export const duplicateFile: Rule = {
  id: 'duplicate-file',
  severity: 'error',
  reason:
    'A copy that a file manager made is a second page of the same: who corrects one leaves the other wrong.',
  fix: 'Delete the copy.',
  *check({ content }) {
    for (const { copy, original } of copiedFiles(content)) {
      // A wrong ending is reported first: renaming the file shows whether the two are meant.
      if (!isPage(copy)) continue
      yield {
        document: copy,
        message: `The file is the same as ${original.file}`,
        hint: 'Delete one of the two, or write in this one what is special about it.',
      }
    }
  },
}

/** Names that file managers and sync programs give: `x (1)`, `x copy`, `x - Copy`, `Copy of x`. */
const COPY = /\(\d+\)$|\bcopy(?: \d+)?$|^copy of /i

const isPage = (page: ContentDocument): boolean => /\.mdx?$/i.test(page.path)

/** Pages of one folder with the very same text. */
export function copiedFiles({ documents }: Content): { copy: ContentDocument; original: ContentDocument }[] {
  const pages = documents.filter(({ kind, body }) => kind === 'markdown' && body.trim() !== '')
  return [...Map.groupBy(pages, ({ collection, text }) => `${collection}\0${text}`).values()].flatMap(
    (same) => {
      if (same.length < 2) return []
      const original = same.find((page) => isPage(page) && !COPY.test(path.parse(page.path).name)) ?? same[0]
      return same.flatMap((copy) => (original && copy !== original ? [{ copy, original }] : []))
    },
  )
}
