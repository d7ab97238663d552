import { importSources } from '../../../../src/content/edit/import/import.ts'
import { PAGE_ENDING, type SourceTree } from '../../../../src/content/edit/import/source/source-tree.ts'
import type { Import, ImportOptions } from '../../../../src/content/edit/import/types.ts'

/** A picture of one pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A source whose files are given here; pictures are one pixel. */
export function sourceOf(files: Readonly<Record<string, string>>): SourceTree {
  const names = Object.keys(files).sort()
  const read = (file: string) => {
    const text = files[file]
    if (text === undefined) throw new Error(`No file ${file}`)
    return text
  }
  return {
    top: '/source',
    pages: names.filter((name) => PAGE_ENDING.test(name)),
    files: new Set(names),
    others: new Map(),
    read,
    bytes: (file) => (/\.png$/.test(file) ? PICTURE : Buffer.from(read(file))),
  }
}

export function importFiles(files: Readonly<Record<string, string>>, options: ImportOptions = {}): Import {
  return importSources(sourceOf(files), options)
}

/** The body of the one page that a source has, or of the page of that name. */
export function bodyOf(files: Readonly<Record<string, string>>, name = ''): string {
  const entry = importFiles(files).entries.find(({ source }) => source.includes(name))
  return (entry?.text ?? '').replace(/^---\n[^]*?\n---\n\n?/, '').trimEnd()
}

/** The fields of the one page. */
export function fieldsOf(text: string, name = 'page.md', options: ImportOptions = {}): string {
  return /^---\n([^]*?)\n---/.exec(importFiles({ [name]: text }, options).entries[0]?.text ?? '')?.[1] ?? ''
}
