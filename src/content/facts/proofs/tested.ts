import type { Content } from '../../read/load.ts'
import { proofOfPage } from './by-page.ts'
import { hashOf } from './hashes.ts'
import { proofsOf, receiptName } from './index.ts'

/** How the blocks of a page that a reader types were tried, each counted once. */
export interface TestedBlocks {
  /** On generated data, with a receipt that fits. */
  run: number
  /** In a shell against recorded answers, with a receipt that fits: no real system was asked. */
  recorded: number
  /** Not here: another engine, or a block that says why not. */
  notRun: number
  /** Named to be run, and without a receipt that fits. */
  notTested: number
}

/** The counts of a page; nothing where it has no block that says how it is tested. */
export function testedOf(
  content: Content,
  page: { collection: string; id: string },
): TestedBlocks | undefined {
  const name = receiptName(page)
  const { page: own, blocks } = proofOfPage(content, name)
  if (!own) return undefined
  const counts: TestedBlocks = { run: 0, recorded: 0, notRun: 0, notTested: 0 }
  for (const { block, fit } of blocks) {
    counts[fit !== 'fits' ? 'notTested' : block.proof.role === 'command' ? 'recorded' : 'run'] += 1
  }
  counts.notTested += own.blocks.filter(({ problem }) => problem !== undefined).length
  const parsed = proofsOf(content).receipts.get(name)?.parsed ?? {}
  for (const block of own.others) {
    counts[
      block.test.kind === 'parse' && parsed[hashOf(block.code)] === undefined ? 'notTested' : 'notRun'
    ] += 1
  }
  return counts
}
