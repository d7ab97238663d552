import type { Content } from '../../read/load.ts'
import { oncePerContent } from '../../read/once.ts'
import type { ProvenPage } from './blocks.ts'
import { proofsOf, receiptName, type ProofOfBlock } from './index.ts'

/** What there is to say of one page's blocks. */
interface ProofOfPage {
  /** Nothing where no block of the page says how it is tested. */
  page: ProvenPage | undefined
  blocks: readonly ProofOfBlock[]
}

/** Asked for each page and each block: looking through all pages each time is the work of a square. */
const all = oncePerContent('proofs-by-page', (content: Content): ReadonlyMap<string, ProofOfPage> => {
  const { allPages, blocks } = proofsOf(content)
  const byPage = Map.groupBy(blocks, ({ block }) => receiptName(block.page))
  return new Map(
    allPages.map((page) => [receiptName(page), { page, blocks: byPage.get(receiptName(page)) ?? [] }]),
  )
})

/** @param name of the page, as its receipt is called: `issues/late-data` */
export function proofOfPage(content: Content, name: string): ProofOfPage {
  return all(content).get(name) ?? { page: undefined, blocks: [] }
}
