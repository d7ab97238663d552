import type { Block } from '../../read/find.ts'
import type { ContentDocument } from '../../read/load.ts'
import { findBlocks } from '../../read/find.ts'
import { readProof, type Proof } from '../../read/proof.ts'

/** A page as `prove` sees it. */
export interface ProvenPage {
  collection: string
  id: string
  /** How people find the file. */
  file: string
  blocks: readonly PageBlock[]
}

/** A block of a page that names a rehearsal, or says that it is parsed. */
export interface PageBlock {
  block: Block
  /** `rehearsal/name`, with the role where it is a part of a fix: unique on a page. */
  id: string
  proof?: Proof | undefined
  /** What is wrong with the fence. */
  problem?: string | undefined
}

/**
 * The blocks of a page that are run or parsed, in order.
 * @param source the whole file, so that lines are the file's
 */
export function blocksOf(source: string, format: 'md' | 'mdx'): PageBlock[] {
  const seen = new Map<string, number>()
  return findBlocks(source, format).flatMap((block): PageBlock[] => {
    const test = block.attributes.get('test')
    if (typeof test !== 'string' || !test.includes('/') || /^none\b/.test(test)) return []
    const proof = readProof(block.attributes, block.kind === 'shell')
    if ('problem' in proof) return [{ block, id: test, problem: proof.problem }]
    const count = (seen.get(idOf(proof)) ?? 0) + 1
    seen.set(idOf(proof), count)
    return [{ block, id: count === 1 ? idOf(proof) : `${idOf(proof)}-${String(count)}`, proof }]
  })
}

const PARTS = ['preview', 'change', 'check', 'commit', 'undo']

function idOf({ rehearsal, name, role }: Proof): string {
  return `${rehearsal}/${name}${PARTS.includes(role) ? `/${role}` : ''}`
}

/** Every page of the content that has such blocks, in order of collection and id. */
export function provenPages(documents: readonly ContentDocument[]): ProvenPage[] {
  return documents
    .filter(({ kind }) => kind === 'markdown')
    .map(({ collection, id, file, text }) => {
      const format = file.endsWith('.mdx') ? 'mdx' : 'md'
      return { collection, id, file, blocks: readBlocks(text, format) }
    })
    .filter(({ blocks }) => blocks.length > 0)
}

/** A page that cannot be parsed has no blocks to run; the check says what is wrong with it. */
function readBlocks(text: string, format: 'md' | 'mdx'): PageBlock[] {
  try {
    return blocksOf(text, format)
  } catch {
    return []
  }
}
