import path from 'node:path'
import { receiptSchema, type BlockReceipt, type Receipt } from '../../model/receipt.ts'
import { displayPath } from '../../read/files.ts'
import type { Finding } from '../../read/findings.ts'
import type { Content } from '../../read/load.ts'
import { oncePerContent } from '../../read/once.ts'
import { readPlainFile } from '../../read/plain-file.ts'
import { readRehearsals, type Rehearsal } from '../../read/rehearsals.ts'
import { provenPages, type ProvenPage } from './blocks.ts'
import { rehearsalHash, stable, textHash } from './hashes.ts'
import { plansOf, type PlacedBlock, type Plan } from './plan.ts'

/** All that a content folder says of what is run, and what its receipts say was run. */
export interface Proofs {
  /** The pages with blocks to run. */
  pages: readonly ProvenPage[]
  /** The pages with blocks to run, to parse or to leave alone. */
  allPages: readonly ProvenPage[]
  rehearsals: ReadonlyMap<string, Rehearsal>
  plans: readonly Plan[]
  /** Every block that names a rehearsal there is, with how its receipt fits. */
  blocks: readonly ProofOfBlock[]
  receipts: ReadonlyMap<string, Receipt>
  findings: readonly Finding[]
}

/** `fits`: the receipt is for this very text, rehearsal and engines. `changed`: one of them has changed since. */
export interface ProofOfBlock {
  block: PlacedBlock
  fit: 'fits' | 'changed' | 'none'
  receipt?: BlockReceipt
  page?: Receipt
}

/** The same object for the same content. */
export const proofsOf = oncePerContent('proofs', read)

function read(content: Content): Proofs {
  const { rehearsals, broken, findings } = readRehearsals(content.root, content.tables)
  const allPages = provenPages(content.documents)
  const pages = allPages.filter(({ blocks }) => blocks.length > 0)
  const { plans, findings: ofPlans } = plansOf(pages, rehearsals, broken)
  const all = [...findings, ...ofPlans]
  const receipts = new Map<string, Receipt>()
  for (const page of pages) {
    const receipt = readReceipt(content.root, page, all)
    if (receipt) receipts.set(receiptName(page), receipt)
  }
  const blocks = plans.flatMap((plan) => {
    const hash = rehearsalHash(plan)
    return blocksOfPlan(plan).map((block) => proofOf(block, hash, receipts.get(receiptName(block.page))))
  })
  return { pages, allPages, rehearsals, plans, blocks, receipts, findings: all }
}

/** Every block of a plan that belongs to its rehearsal. */
export function blocksOfPlan({ rehearsal, setup, reading, fixes, commands }: Plan): PlacedBlock[] {
  const parts = fixes.flatMap(({ preview, changes, check, commit, undo }) => [
    preview,
    ...changes,
    check,
    commit,
    undo,
  ])
  const own = setup.filter(({ proof }) => proof.rehearsal === rehearsal.name)
  return [...own, ...reading, ...parts.filter((part) => part !== undefined), ...commands]
}

function proofOf(block: PlacedBlock, rehearsal: string, page: Receipt | undefined): ProofOfBlock {
  const receipt = page?.blocks[block.id]
  if (!page || !receipt) return { block, fit: 'none' }
  const engines = stable([...block.proof.engines].sort())
  const fits =
    receipt.text === textHash(block) &&
    receipt.rehearsal === rehearsal &&
    receipt.role === block.proof.role &&
    stable(receipt.engines) === engines &&
    receipt.engines.every((name) => page.engines[name] !== undefined) &&
    Object.keys(receipt.sets).length > 0
  return { block, fit: fits ? 'fits' : 'changed', receipt, page }
}

/** `issues/late-data`: its receipt is `receipts/issues/late-data.json`. */
export function receiptName({ collection, id }: Pick<ProvenPage, 'collection' | 'id'>): string {
  return `${collection}/${id}`
}

export function receiptPath(root: string, page: Pick<ProvenPage, 'collection' | 'id'>): string {
  return path.join(root, 'receipts', `${receiptName(page)}.json`)
}

function readReceipt(root: string, page: ProvenPage, findings: Finding[]): Receipt | undefined {
  const file = receiptPath(root, page)
  const bytes = readPlainFile(root, file)
  if (!bytes) return undefined
  const wrong = (message: string) => {
    findings.push({
      file: displayPath(file),
      severity: 'error',
      rule: 'receipt',
      message,
      hint: 'Remove the file and run `npm run prove`.',
    })
    return undefined
  }
  try {
    const receipt = receiptSchema.parse(JSON.parse(bytes.toString('utf8')))
    return receipt.page === receiptName(page) ? receipt : wrong(`This is the receipt of "${receipt.page}"`)
  } catch {
    return wrong('This is no receipt that a command has written')
  }
}
