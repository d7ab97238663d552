import type { MdastNode } from 'satteri'
import { parsePage } from '../../read/body.ts'
import { blocksIn, type Block } from '../../read/find.ts'
import type { ContentDocument } from '../../read/load.ts'
import { readProof, type Proof } from '../../read/proof.ts'

/** A page as `prove` sees it. */
export interface ProvenPage {
  collection: string
  id: string
  /** How people find the file. */
  file: string
  blocks: readonly PageBlock[]
  /** Those that say that they are not run, or why. */
  others: readonly Block[]
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

/** Those of a page's blocks that are run or parsed, in order. */
function blocksToProve(all: readonly Block[]): PageBlock[] {
  const seen = new Map<string, number>()
  return all.flatMap((block): PageBlock[] => {
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

/** Every page of the content that has blocks of either kind, in order of collection and id. */
export function provenPages(documents: readonly ContentDocument[]): ProvenPage[] {
  return documents
    .filter(({ kind, isDivided, body }) => kind === 'markdown' && isDivided && NAMES_A_BLOCK.test(body))
    .map((document) => {
      const { collection, id, file } = document
      return { collection, id, file, ...readBlocks(document) }
    })
    .filter(({ blocks, others }) => blocks.length + others.length > 0)
}

/** Where this is nowhere in a page, there is nothing to parse it for. */
const NAMES_A_BLOCK = /\btest\s*=/

/** A page that cannot be parsed has no blocks to run; the check says what is wrong with it. */
function readBlocks(document: ContentDocument): Pick<ProvenPage, 'blocks' | 'others'> {
  const none = { blocks: [], others: [] }
  try {
    const { tree, failure } = parsePage(document)
    if (failure) return none
    const placeOf = ({ position }: MdastNode) =>
      document.placeAt(document.bodyOffset + (position?.start.offset ?? 0))
    const all = blocksIn(tree, placeOf)
    return {
      blocks: blocksToProve(all),
      others: all.filter(({ test }) => test.kind === 'parse' || test.kind === 'none'),
    }
  } catch {
    return none
  }
}
