import { globSync, readFileSync } from 'node:fs'
import { findBlocks } from '../../src/content/read/find.ts'
import type { Block } from '../../src/content/read/find.ts'

/** A page of `content/` as the tests read it. */
export interface Page {
  /** From the repository's root, e.g. `content/issues/kafka-late-data.md`. */
  path: string
  format: 'md' | 'mdx'
  source: string
  blocks: Block[]
}

/** Every page of the content, in order of path: a new page is tested without being named anywhere. */
export function readPages(): Page[] {
  return globSync('content/**/*.{md,mdx}')
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const source = readFileSync(path, 'utf8')
      const format = path.endsWith('.mdx') ? 'mdx' : 'md'
      return { path, format, source, blocks: findBlocks(source, format) }
    })
}

/** Where a block stands, as an editor opens it. */
export function at(page: Page, block: Block, lineInBlock = 0): string {
  return `${page.path}:${String(block.line + lineInBlock)}`
}
