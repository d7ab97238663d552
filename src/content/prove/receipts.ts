import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ProvenPage } from '../facts/proofs/blocks.ts'
import { rehearsalHash, stable, textHash } from '../facts/proofs/hashes.ts'
import { blocksOfPlan, receiptName, receiptPath } from '../facts/proofs/index.ts'
import type { Plan } from '../facts/proofs/plan.ts'
import { receiptSchema, type BlockReceipt, type Receipt } from '../model/receipt.ts'
import { displayPath } from '../read/files.ts'
import type { Engine } from './engines/index.ts'
import type { BlockResult, Results } from './results.ts'

export interface Run {
  plans: readonly Plan[]
  results: Results
  engines: readonly Engine[]
  seed: number
  /** UTC, `YYYY-MM-DD`. */
  day: string
  /** Hashes of blocks that were parsed, by page, with what read them. */
  parsed: ReadonlyMap<string, Readonly<Record<string, string>>>
}

/** The receipts of a run, by `collection/id`. Pages without a block that was run or parsed have none. */
export function receiptsOf(pages: readonly ProvenPage[], run: Run): Map<string, Receipt> {
  const receipts = new Map<string, Receipt>()
  const placed = run.plans.flatMap((plan) => {
    const rehearsal = rehearsalHash(plan)
    return blocksOfPlan(plan).map((block) => ({ block, rehearsal }))
  })
  const byPage = Map.groupBy(placed, ({ block }) => block.page)
  for (const page of pages) {
    const blocks: Record<string, BlockReceipt> = {}
    for (const { block, rehearsal } of byPage.get(page) ?? []) {
      const result = run.results.of(page.file, block.id)
      if (result.total === 0 && result.wrong.length === 0) continue
      blocks[block.id] = { role: block.proof.role, text: textHash(block), rehearsal, ...outcomeOf(result) }
    }
    const parsed = run.parsed.get(receiptName(page)) ?? {}
    if (Object.keys(blocks).length + Object.keys(parsed).length === 0) continue
    const used = new Set(Object.values(blocks).flatMap(({ engines }) => engines))
    receipts.set(receiptName(page), {
      version: 1,
      page: receiptName(page),
      day: run.day,
      seed: run.seed,
      engines: Object.fromEntries(
        run.engines.filter(({ name }) => used.has(name)).map(({ name, version }) => [name, version]),
      ),
      blocks,
      parsed,
    })
  }
  return receipts
}

/**
 * Adds the shell blocks of the receipts in the folder, for a machine that cannot run shell blocks: what another machine
 * has found stays, and says "changed" where its block has changed.
 */
export function withShellBlocksOf(
  root: string,
  pages: readonly ProvenPage[],
  receipts: ReadonlyMap<string, Receipt>,
): Map<string, Receipt> {
  const kept = new Map(receipts)
  for (const page of pages) {
    const name = receiptName(page)
    const old = readReceipt(receiptPath(root, page))
    const ids = new Set(page.blocks.map(({ id }) => id))
    if (!old) continue
    // The day of the receipt will be that of this run, in which they had no part.
    const shell = Object.entries(old.blocks)
      .filter(([id, { role }]) => role === 'command' && ids.has(id))
      .map(([id, block]) => [id, { ...block, day: block.day ?? old.day }] as const)
    if (shell.length === 0) continue
    const now = kept.get(name) ?? { ...old, blocks: {}, engines: {}, parsed: {} }
    kept.set(name, { ...now, blocks: { ...now.blocks, ...Object.fromEntries(shell) } })
  }
  return kept
}

function outcomeOf(result: BlockResult): Omit<BlockReceipt, 'role' | 'text' | 'rehearsal'> {
  return {
    engines: [...result.engines].sort(),
    sets: Object.fromEntries(result.sets),
    wrong: Object.fromEntries(result.wrongSets),
    notNoticed: [...result.notNoticed.keys()].sort(),
    mutants: result.mutants,
    survivors: result.survivors,
  }
}

export const receiptText = (receipt: Receipt): string => `${stable(receipt, 2)}\n`

/**
 * Writes receipts. The day of an equal result is kept, so that a run which finds nothing new changes no file.
 * @param isWhole whether every page was run: then receipts of pages that are gone are removed
 * @returns the files that were written or removed
 */
export function writeReceipts(
  root: string,
  receipts: ReadonlyMap<string, Receipt>,
  isWhole: boolean,
): string[] {
  const changed: string[] = []
  for (const [name, receipt] of receipts) {
    const file = receiptPath(root, pageOf(name))
    const old = readReceipt(file)
    if (old && differences(old, receipt).length === 0) continue
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, receiptText(receipt))
    changed.push(displayPath(file))
  }
  if (!isWhole) return changed
  for (const file of receiptFiles(root)) {
    const name = path
      .relative(path.join(root, 'receipts'), file)
      .split(path.sep)
      .join('/')
      .replace(/\.json$/, '')
    if (receipts.has(name)) continue
    rmSync(file)
    changed.push(displayPath(file))
  }
  return changed
}

/** Where the receipts in the folder differ from those of a run, the day left out. Empty: every receipt was earned. */
export function verifyReceipts(
  root: string,
  receipts: ReadonlyMap<string, Receipt>,
  isWhole: boolean,
): string[] {
  const missing = [...receipts].flatMap(([name, receipt]) => {
    const file = receiptPath(root, pageOf(name))
    const old = readReceipt(file)
    if (!old) return [`${displayPath(file)}: there is no such receipt that can be read`]
    return differences(old, receipt).map((each) => `${displayPath(file)}: ${each}`)
  })
  const extra = (isWhole ? receiptFiles(root) : [])
    .filter((file) => ![...receipts.keys()].some((name) => receiptPath(root, pageOf(name)) === file))
    .map((file) => `${displayPath(file)}: no page has such blocks`)
  return [...missing, ...extra]
}

/** What differs, in words; the day may. */
function differences(old: Receipt, now: Receipt): string[] {
  const found: string[] = []
  for (const key of ['version', 'page', 'seed', 'engines', 'parsed'] as const) {
    if (stable(old[key]) !== stable(now[key]))
      found.push(`${key} is ${stable(old[key])}, the run gives ${stable(now[key])}`)
  }
  for (const id of new Set([...Object.keys(old.blocks), ...Object.keys(now.blocks)])) {
    const [before, after] = [old.blocks[id], now.blocks[id]]
    if (!before || !after)
      found.push(`"${id}" is ${before ? 'in the receipt and was not run' : 'not in the receipt'}`)
    else
      for (const key of Object.keys(after) as (keyof BlockReceipt)[]) {
        if (key === 'day') continue
        if (stable(before[key]) !== stable(after[key]))
          found.push(`"${id}": ${key} is ${stable(before[key])}, the run gives ${stable(after[key])}`)
      }
  }
  return found
}

function readReceipt(file: string): Receipt | undefined {
  if (!existsSync(file)) return undefined
  try {
    return receiptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function receiptFiles(root: string): string[] {
  const folder = path.join(root, 'receipts')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.json'))
    .map((item) => path.join(item.parentPath, item.name))
    .sort()
}

function pageOf(name: string): { collection: string; id: string } {
  const [collection = '', ...id] = name.split('/')
  return { collection, id: id.join('/') }
}
